# SPDX-License-Identifier: EUPL-1.2
"""`python -m samvern` and the `samvern` console script."""

from samvern.web.commands import cli


def main() -> None:
    """Run the command line and exit with its code."""
    cli(prog_name="samvern")


if __name__ == "__main__":
    main()
