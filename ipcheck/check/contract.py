"""What a check is: one class in one file that says what it looks for, why, and shows it by examples."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar, Generic, TypeVar

from ipcheck.law import Cite
from ipcheck.model import Finding, Fix, ImageFacts, Level, Span

Subject = TypeVar("Subject")


class CheckError(Exception):
    """A check breaks the contract; the message (Chinese) says which check and how."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An example with more to it than its text.

    ``text`` marks the words to be found with ⟦…⟧ (⟦found→put instead⟧). ``kind`` is the kind of application
    (invention, utility-model, design; drawn from the text if empty). ``objects`` names what each U+FFFC in the
    text stands for, in order: picture, formula, or picture:图1 with the label its source gives it.
    ``marks`` are (kind, words, detail): a property of the first such words.
    ``images`` are what those objects look like, in the same order, None where nobody can tell;
    ``signs`` are the numerals read in them, for checks that use ``--ocr``.
    ``prints`` are 256-bit numbers that stand for how those objects look, for checks that compare drawings.
    ``lists`` are the user's word lists of a trademark check: (name, the CSV below its header).
    ``as_of`` is the day the law is read on, ``options`` settings other than the defaults.
    """

    text: str
    kind: str = ""
    objects: tuple[str, ...] = ()
    images: tuple[ImageFacts | None, ...] = ()
    signs: tuple[tuple[str, ...] | None, ...] = ()
    prints: tuple[int | None, ...] = ()
    marks: tuple[tuple[str, str, str], ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None
    options: tuple[tuple[str, Any], ...] = ()


@lru_cache(maxsize=1024)
def kebab_name(class_name: str) -> str:
    """``DepCitesLaterOrSelf`` → ``dep-cites-later-or-self``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", class_name).lower()


def ill_made(check: type[Check[Any]]) -> str:
    """What is wrong with the attributes of a check's class, in words for its author; empty if nothing is.

    Told when it is loaded: later it would look like a fault of the program or of another check.
    """
    if not (isinstance(check.code, str) and re.fullmatch(r"[A-Z]{3}\d{3}", check.code)):
        return f"检查 {check.__name__} 的 code 要写成三个大写字母加三位数字，如 MYC001，现在是 {check.code!r}"
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", check.check_name()):
        told = "只能是小写英文、数字和连字符；它由类名（如 CupWithoutLid）或者词表的文件名而来"
        return f"{check.code}：名称 {check.check_name()} {told}"
    if not isinstance(check.level, Level):
        return f"{check.code}：level 要写成 Level.ERROR、Level.WARNING 或者 Level.ADVICE"
    if not isinstance(check.message, str):
        return f"{check.code}：message 要是一句话"
    for name in ("basis", "good", "bad", "missed", "requires", "keep", "kinds"):
        if not isinstance(getattr(check, name), tuple):
            return f"{check.code}：{name} 要写成 (…, )，只有一个的也要有末尾的逗号"
    if check.Options is NoOptions:
        return ""
    if not is_dataclass(check.Options):
        return f"{check.code}：Options 前面要写 @dataclass(frozen=True)"
    loose = [name for name, value in vars(check.Options).items() if isinstance(value, (int, str, float, tuple))]
    known = {item.name for item in fields(check.Options)}
    loose = [name for name in loose if not name.startswith("_") and name not in known]
    if loose:
        return f"{check.code}：Options 里的 {loose[0]} 没有写类型，如 {loose[0]}: int = 8"
    return ""


@dataclass(frozen=True)
class NoOptions:
    """A check without options."""


class Check(ABC, Generic[Subject]):
    """One check. A subclass fills the attributes and writes ``find``; everything else is derived.

    ``code``     three letters for the folder, three digits; stable for ever.
    ``level``    how grave; a finding may weigh differently with ``at(level=…)``.
    ``basis``    the articles it rests on, each by ``cite``.
    ``message``  one Chinese sentence with placeholders; ``{words}`` is the words at fault.
    ``good``     texts in which it finds nothing; every trap stands in one.
    ``bad``      texts in which it finds exactly the words between ⟦ and ⟧.
    ``missed``   like ``bad``, but known not to be found yet; it is an error when one is found.
    ``default``  whether it runs unless a profile says otherwise.
    ``requires`` modules of other packages it cannot do without; where one is missing it is skipped, and that is told.
    ``clue``     a 风险线索: a person must judge, the message says so and never 认定.
    ``Options``  a nested frozen dataclass: the only place where an option's name, type and default stand; its
                 docstring says in Chinese what each means, a line ``name：meaning`` for each.
    """

    room: ClassVar[str] = ""
    code: ClassVar[str] = ""
    level: ClassVar[Level] = Level.WARNING
    basis: ClassVar[tuple[Cite, ...]] = ()
    message: ClassVar[str] = ""
    good: ClassVar[tuple[str | Sample, ...]] = ()
    bad: ClassVar[tuple[str | Sample, ...]] = ()
    missed: ClassVar[tuple[str | Sample, ...]] = ()
    default: ClassVar[bool] = True
    requires: ClassVar[tuple[str, ...]] = ()
    clue: ClassVar[bool] = False
    clears: ClassVar[str] = ""
    keep: ClassVar[tuple[str, ...]] = ()
    kinds: ClassVar[tuple[str, ...]] = ()
    explanation: ClassVar[str] = ""
    Options: ClassVar[type[Any]] = NoOptions

    def __init__(self, options: Any = None, *, as_of: date | None = None) -> None:
        self.options = options if options is not None else self.Options()
        self.as_of = as_of or date.today()

    @classmethod
    def check_name(cls) -> str:
        """The check's name in kebab case, from the class name."""
        return kebab_name(cls.__name__)

    @classmethod
    def explain(cls) -> str:
        """What it looks for, why and what to write instead: the docstring."""
        return cls.explanation or "\n".join(line.strip() for line in (cls.__doc__ or "").strip().splitlines())

    @classmethod
    def fixable(cls) -> bool:
        """Whether an example shows a fix."""
        texts = (example.text if isinstance(example, Sample) else example for example in cls.bad)
        return any("→" in marked for text in texts for marked in re.findall(r"⟦([^⟧]*)⟧", text))

    @abstractmethod
    def find(self, subject: Subject, /) -> Iterator[Finding]:
        """Yield what is at fault in ``subject``; made with ``self.at``."""

    def at(
        self,
        span: Span,
        *,
        related: Iterable[Span] = (),
        fix: str | Fix | None = None,
        level: Level | None = None,
        basis: tuple[Cite, ...] | None = None,
        facts: Mapping[str, Any] | None = None,
        on: date | None = None,
        **values: object,
    ) -> Finding:
        """A finding of this check at ``span``.

        ``values`` fill the message; ``fix`` is what to write instead (a plain string is never a safe fix);
        ``level`` and ``basis`` override the check's own for this finding; ``on`` is the day whose law counts (a row's
        own filing date), else the as-of date. The facts say besides ``facts`` what would clear a clue (``clears``,
        ``keep``). Raises CheckError for an empty span and for a message that wants more.
        """
        if span.start >= span.end:
            raise CheckError(f"{self.code}：发现必须指着文件里的字，不能是空的")
        try:
            message = self.message.format(words=str(span), **values)
        except KeyError as error:
            name = error.args[0]
            raise CheckError(f"{self.code}：message 里的 {{{name}}} 没有给值；写成 self.at(…, {name}=…)") from error
        except (IndexError, ValueError, AttributeError) as error:
            raise CheckError(f"{self.code}：message 的花括号写得不对：{error}") from error
        if level is not None and not isinstance(level, Level):
            raise CheckError(f"{self.code}：level 要写成 Level.ERROR、Level.WARNING 或者 Level.ADVICE")
        told = dict(facts or {})
        try:
            json.dumps(told)
        except (TypeError, ValueError) as error:
            raise CheckError(
                f"{self.code}：facts 里只能是文字、数、真假、列表和字典（要写进 JSON）：{error}"
            ) from error
        if self.clears:
            told |= {"clears": self.clears, "keep": list(self.keep)}
        return Finding(
            code=self.code,
            check=self.check_name(),
            room=self.room,
            level=level or self.level,
            message=message,
            basis=tuple(cited.on(on or self.as_of) for cited in (basis or self.basis)),
            span=span,
            related=tuple(related),
            fix=Fix(fix) if isinstance(fix, str) else fix,
            facts=told,
            clue=self.clue,
        )
