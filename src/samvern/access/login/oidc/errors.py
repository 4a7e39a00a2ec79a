# SPDX-License-Identifier: EUPL-1.2
"""Why the provider's word was not taken."""


class ProviderRefused(Exception):
    """What a provider or a browser brought is not what it must be.

    The text names the rule that failed and is for the log; the person is told only to start again.
    """


class ProviderUnreachable(Exception):
    """The provider did not answer, or not in a form that can be read."""
