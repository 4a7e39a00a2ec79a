# SPDX-License-Identifier: EUPL-1.2
"""`python -m samvern` and the `samvern` console script."""

import os

# Before NumPy is imported anywhere: our matrices are small, and BLAS threads that wait for each
# other on a busy machine made some commands ten times slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from samvern.web.commands import cli


def main() -> None:
    """Run the command line and exit with its code."""
    cli(prog_name="samvern")


if __name__ == "__main__":
    main()
