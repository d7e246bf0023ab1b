"""Hosts of the internet, mapped to a server on this machine: who would be contacted, and what would be told."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.servers.faithful import Received, Server, Translate, marked, running


class World:
    """Whatever host is contacted, the server answers; `contacts` has who it was, and which request came."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.hosts: list[str] = []

    @property
    def contacts(self) -> list[tuple[str, Received]]:
        """The host and port of each connection with its request; each connection has one."""
        return list(zip(self.hosts, self._server.received, strict=True))

    def forget(self) -> None:
        """Begin anew."""
        self.hosts.clear()
        self._server.received.clear()


class _Plain:
    """What a context of TLS does, but for the cipher: the server on this machine has no certificate of theirs."""

    def wrap_socket(self, plain: socket.socket, server_hostname: str) -> socket.socket:
        """Return the connection as it is."""
        return plain


@contextmanager
def mapped(patch: pytest.MonkeyPatch, translate: Translate = marked) -> Iterator[World]:
    """Give a world in which every connection of ours leads to a faithful server."""
    with running(translate) as server, patch.context() as patched:
        world = World(server)
        connect = socket.create_connection

        def to_server(address: tuple[str, int], timeout: float) -> socket.socket:
            world.hosts.append(f"{address[0]}:{address[1]}")
            return connect(("127.0.0.1", server.server_port), timeout=timeout)

        patched.setattr(socket, "create_connection", to_server)
        patched.setattr(ssl, "create_default_context", _Plain)
        yield world
