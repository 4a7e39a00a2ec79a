# SPDX-License-Identifier: EUPL-1.2
"""Taking the port before anything else is done, so that a taken one is told at once."""

import socket

from samvern.web.running.errors import RunningError

HOST = "127.0.0.1"
LONGEST_QUEUE = 1024


def listen(port: int) -> socket.socket:
    """A listening socket on this machine's own address, inheritable by the web processes.

    Raises:
        RunningError: the port is taken or may not be used.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(LONGEST_QUEUE)
    except OSError as error:
        listener.close()
        reason = "is in use" if isinstance(error, OSError) and error.errno == 98 else error.strerror
        raise RunningError(f"port {port} {reason}; choose another with --port") from error
    listener.set_inheritable(True)
    return listener
