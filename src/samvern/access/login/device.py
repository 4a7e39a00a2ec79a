# SPDX-License-Identifier: EUPL-1.2
"""A short name for a browser, by which somebody knows her own visits again. No more is kept."""

BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def name_device(agent: str) -> str:
    """Browser and system, such as "Firefox, Windows"; empty when neither is known."""
    found = (
        next((name for sign, name in kinds if sign in agent), "") for kinds in (BROWSERS, SYSTEMS)
    )
    return ", ".join(name for name in found if name)
