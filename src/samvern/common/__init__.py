# SPDX-License-Identifier: EUPL-1.2
"""What every room may import and what imports none of them: translations without Django, numbers
as people write them, cells of CSV, plots. One file each; the next tool of this kind comes here.
"""
