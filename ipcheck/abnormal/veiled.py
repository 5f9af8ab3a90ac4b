"""Who and what an application is, as digests that can be compared and not read: for a history that is passed on.

The digests are keyed with the index's own salt, so two indexes cannot be laid side by side. Who holds an index and
guesses a number, or a title together with all applicants, can see that he guessed right; nothing else is told.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from ipcheck.abnormal.kinship import Identity

# From this share of common text on (a threshold of ours) equal titles of equal applicants are one case.
_SHARE = 0.3


@dataclass(frozen=True)
class Veiled:
    """Digests of the application number, of the numbers it goes back to, and of title and applicants together."""

    number: str = ""
    earlier: tuple[str, ...] = ()
    case: str = ""
    division: bool = False

    @classmethod
    def of(cls, identity: Identity, salt: str) -> Veiled:
        """The digests of an identity."""

        def digest(words: str) -> str:
            return hashlib.blake2b(words.encode(), digest_size=8, key=salt.encode()[:64]).hexdigest() if words else ""

        known = identity.title and identity.applicants
        case = "|".join([identity.title, *sorted(identity.applicants)]) if known else ""
        earlier = tuple(sorted(digest(number) for number in identity.earlier))
        return cls(digest(identity.number), earlier, digest(case), identity.division)

    @classmethod
    def read(cls, label: dict[str, Any]) -> Veiled:
        """From the label of a filing; empty where the index does not know."""
        raw = label.get("identity", {})
        return cls(
            raw.get("number", ""), tuple(raw.get("earlier", ())), raw.get("case", ""), raw.get("division", False)
        )

    def written(self) -> dict[str, Any]:
        """For the label of a filing, without what is empty."""
        return {name: value for name, value in asdict(self).items() if value}

    def kin(self, other: Veiled, share: float) -> str:
        """Why a draft and an ``other`` of the history are of one family (Chinese words), empty if nothing says so."""
        if self.number and self.number == other.number:
            return "同一件申请的不同文本"
        for early, late in ((self, other), (other, self)):
            if early.number and early.number in late.earlier:
                return "分案申请与原申请" if late.division else "优先权在先申请与在后申请"
        if set(self.earlier) & set(other.earlier) and (self.division or other.division):
            return "同一原申请的分案申请"
        if self.case and self.case == other.case and share >= _SHARE:
            return "申请人和发明名称都相同，是自己较早的文本或者同日申请（请确认没有重复提交，同日申请已作声明）"
        return ""


__all__ = ["Veiled"]
