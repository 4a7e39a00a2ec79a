# SPDX-License-Identifier: EUPL-1.2
"""From YAML to the model, collecting every problem with its file, line and field."""
