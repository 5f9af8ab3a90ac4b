"""The 35 real patents of ../shared as drafts. Nothing of them is kept in the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ipcheck.patent import Filing, Kind
from ipcheck.readers import Limits
from ipcheck.readers.text import read

SHARED = Path(__file__).resolve().parents[3] / "shared"
REAL = SHARED / "data" / "patents" / "real.jsonl"


@dataclass(frozen=True)
class RealPatent:
    """A published or granted text by its parts; ``utility_model`` tells its kind."""

    id: str
    kind: str
    title: str
    abstract: str
    claims: tuple[str, ...]
    description: str

    @property
    def application_kind(self) -> Kind:
        """Invention or utility model."""
        return Kind.UTILITY_MODEL if self.kind.startswith("utility") else Kind.INVENTION

    def draft(self) -> str:
        """The text as an agent's single-file draft, each part under its title.

        The collection has no drawings; a figure is supposed for each caption, so that a check does not find
        fault with the collection instead of the text.
        """
        text = "\n".join(["说明书摘要", self.abstract, "权利要求书", *self.claims, "说明书", self.description])
        captions = filing_of_draft(text, self.application_kind, self.id).captions
        labels = dict.fromkeys(label for caption in captions for label in caption.labels)
        return "\n".join([text, "说明书附图", *(f"图{label}" for label in labels)]) if labels else text


def real_patents() -> Iterator[RealPatent]:
    """The real patents, in the file's order. Raises FileNotFoundError where ../shared is absent."""
    with REAL.open(encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            yield RealPatent(
                raw["id"], raw["kind"], raw["title"], raw["abstract"], tuple(raw["claims"]), raw["description"]
            )


def filing_of_draft(text: str, kind: Kind | None, name: str) -> Filing:
    """The application that a draft's text makes."""
    return Filing((read(text.encode("utf-8"), name, Limits()),), kind=kind, name=name)
