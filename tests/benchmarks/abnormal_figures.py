"""Recall and false pairs of dup-figures on the real drawings of ../shared, under what copying does to a drawing.

python -m tests.benchmarks.abnormal_figures [--most 56]

Pages of drawings of published PDFs (all that is drawn on the page) and filed pictures; nothing of them is kept.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageOps

from ipcheck.abnormal.figures import Print, distances, print_of, same_drawings
from tests.benchmarks.corpus import SHARED

DOCUMENTS = SHARED / "data" / "documents"


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=quality)
    return stream.getvalue()


def _png(picture: Image.Image) -> bytes:
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def _framed(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    width, height = picture.size
    border = (round(width * left), round(height * top), round(width * right), round(height * bottom))
    return ImageOps.expand(picture, border, 255)


CHANGES: dict[str, Callable[[Image.Image], bytes]] = {
    "as it is": _png,
    "half the size": lambda picture: _png(picture.resize((picture.width // 2, picture.height // 2))),
    "JPEG 40": lambda picture: _jpeg(picture, 40),
    "black and white": lambda picture: _png(picture.point(lambda value: 255 if value > 150 else 0)),
    "turned by 90°": lambda picture: _png(picture.transpose(Image.Transpose.ROTATE_90)),
    "mirrored": lambda picture: _png(ImageOps.mirror(picture)),
    "turned by 2°": lambda picture: _png(picture.rotate(2, fillcolor=255, expand=True)),
    "other margins": lambda picture: _png(_framed(picture, 0.25, 0.05, 0.02, 0.15)),
    "cropped by 3 %": lambda picture: _png(ImageOps.crop(picture, round(min(picture.size) * 0.03))),
    "mirrored, margins, JPEG": lambda picture: _jpeg(_framed(ImageOps.mirror(picture), 0.1, 0.02, 0.2, 0.1), 50),
}


def drawings() -> Iterator[tuple[str, Image.Image]]:
    """(case, drawing): the pages of drawings of each PDF without their running heads, and the filed pictures."""
    for path in sorted((DOCUMENTS / "pdf").glob("*.pdf")):
        pages = pypdfium2.PdfDocument(path)
        for page in pages:
            words = page.get_textpage().get_text_bounded()
            if "附" in words[:60] and len(words.strip()) < 400:
                picture = page.render(scale=2, grayscale=True).to_pil()
                yield (
                    path.stem,
                    picture.crop((0, round(picture.height * 0.08), picture.width, round(picture.height * 0.94))),
                )
    for path in sorted((DOCUMENTS / "as-filed").rglob("*.jpg")):
        yield "as-filed", Image.open(path).convert("L")


def flow_charts(number: int) -> Iterator[Image.Image]:
    """Flow charts of one template: a column of three to seven boxes with strokes for words."""
    rng = random.Random(7)
    for _ in range(number):
        picture = Image.new("L", (800, 1100), 255)
        pen = ImageDraw.Draw(picture)
        boxes, width, height = rng.randint(3, 7), rng.randint(300, 600), rng.randint(60, 110)
        left, right = 400 - width // 2, 400 + width // 2
        for top in range(40, 40 + boxes * (1000 // boxes), 1000 // boxes):
            pen.rectangle((left, top, right, top + height), outline=0, width=3)
            for letter in range(rng.randint(6, 28)):
                x, y = left + 10 + letter % 14 * 20, top + 10 + letter // 14 * 30
                for _ in range(4):
                    ends = [(x + rng.random() * 18, y + rng.random() * 20) for _ in range(2)]
                    pen.line(ends, fill=0, width=2)
            if top + height < 900:
                pen.line((400, top + height, 400, top + 1000 // boxes), fill=0, width=3)
        yield picture


def main() -> None:
    """Print recall for each change, false pairs of different cases, and what it cost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=56)
    wishes = parser.parse_args()
    found = list(drawings())
    start = time.perf_counter()
    prints = [print_of(_png(picture)) for _, picture in found]
    spent = (time.perf_counter() - start) / max(1, len(found))
    kept = [(case, picture, item) for (case, picture), item in zip(found, prints, strict=True) if item is not None]
    print(
        f"{len(found)} drawings of {len({case for case, _ in found})} cases, "
        f"{len(kept)} with a print, {spent:.4f} s each"
    )
    for name, change in CHANGES.items():
        far = []
        for _, picture, item in kept:
            copy = print_of(change(picture))
            far.append(256 if copy is None else int(distances(item.turned[None, :, 0], copy.turned[None])[0, 0]))
        hits = sum(distance <= wishes.most for distance in far)
        print(f"{name:26} recall {hits / len(kept):.3f}  farthest {sorted(far)[-5:]}")
    turned = np.stack([item.turned for _, _, item in kept])
    best = distances(turned[:, :, 0], turned)
    strangers = np.array([[one != other for other, _, _ in kept] for one, _, _ in kept])
    values = np.sort(best[np.triu(strangers, 1)])
    print(
        f"pairs of different cases {len(values)}: nearest {values[:8].tolist()}, 0.1 % {np.quantile(values, 0.001):.0f}"
    )
    print(f"false pairs within {wishes.most} bits: {(values <= wishes.most).sum()}")
    own = np.sort(best[np.triu(~strangers, 1)])
    print(f"pairs of one case {len(own)}: within {wishes.most} bits {(own <= wishes.most).sum()}")
    charts = [made for picture in flow_charts(300) if (made := print_of(_png(picture))) is not None]
    turned = np.stack([made.turned for made in charts])
    values = np.sort(distances(turned[:, :, 0], turned)[np.triu_indices(len(charts), 1)])
    shares = [f"{limit}: {(values <= limit).mean():.5f}" for limit in (24, 32, 40, 48, 56, 64)]
    print(f"flow charts of one template, {len(values)} pairs: share within {', '.join(shares)}")
    rng = np.random.default_rng(1)
    many = [Print(rng.integers(0, 2**63, (2, 8, 4), dtype=np.uint64)) for _ in range(6000)]
    start = time.perf_counter()
    count = sum(1 for _ in same_drawings(many, wishes.most))
    print(f"6,000 random prints: {count} pairs, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
