"""What a reader says when it cannot read."""


class ReadError(Exception):
    """A file could not be read. The message is a Chinese sentence for the user: what is wrong, where, what to do."""
