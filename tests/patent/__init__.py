"""Tests of the patent room: how an application is drawn from its documents."""
