"""How often a device mark is found again after thirteen changes, among the logos of an open set.

    python -m tests.benchmarks.trademark_devices [--logos 2000] [--queries 60] [--seed 7] [--missed]

The logos are Simple Icons (CC0) of the PyPI package ``simple-icons-pack``, drawn by ``resvg-py``: both are needed here
and nowhere else. The changes are a machine's (see each function), not a person's imitation. R@10: the share of queries
whose own logo is among the first ten.
"""

from __future__ import annotations

import argparse
import io
import random
import time
from collections.abc import Callable
from importlib import import_module

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

from ipcheck.trademark.devices import DeviceIndex, engine

SIZE = 256
# The score from which a likeness would be told of.
LIMIT = 0.9
WHITE = (255, 255, 255)
Change = Callable[[Image.Image, random.Random, list[Image.Image]], Image.Image]


def logos(number: int, seed: int) -> list[tuple[str, Image.Image]]:
    """Logos drawn at random from the package, black on white with a margin."""
    icons, resvg = import_module("simple_icons_pack"), import_module("resvg_py")
    names = sorted(name for name in dir(icons) if name.startswith("SI_"))
    chosen = random.Random(seed).sample(names, min(number, len(names)))
    found = []
    for name in chosen:
        drawn = resvg.svg_to_bytes(svg_string=getattr(icons, name).svg, background="white", width=SIZE, height=SIZE)
        found.append((name, _on_paper(Image.open(io.BytesIO(drawn)).convert("RGB"))))
    return found


def _on_paper(image: Image.Image) -> Image.Image:
    return ImageOps.expand(image, border=16, fill=WHITE)


def _mask(image: Image.Image) -> Image.Image:
    return ImageOps.invert(image.convert("L"))


def recolour(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """Another colour on a light ground."""
    dark = tuple(chance.randrange(0, 150) for _ in range(3))
    light = tuple(chance.randrange(215, 256) for _ in range(3))
    return ImageOps.colorize(image.convert("L"), dark, light)


def invert(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """White on black."""
    return ImageOps.invert(image)


def rot15(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """Turned by 15 degrees to either side."""
    return image.rotate(chance.choice((-15, 15)), Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def rot90(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """Turned by a right angle or two."""
    return image.rotate(chance.choice((90, 180, 270)), expand=True)


def mirror(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """Left and right changed."""
    return ImageOps.mirror(image)


def crop(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """A tenth of the figure cut off at one side, the cut then on paper."""
    box = list(_mask(image).getbbox() or (0, 0, *image.size))
    side = chance.randrange(4)
    length = box[2] - box[0] if side % 2 == 0 else box[3] - box[1]
    box[side] += round(0.1 * length) * (1 if side < 2 else -1)
    return _on_paper(image.crop((box[0], box[1], box[2], box[3])))


def scale(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """A third of the size, off the middle of a large sheet."""
    small = image.resize((96, 96), Image.Resampling.LANCZOS)
    sheet = Image.new("RGB", (300, 300), WHITE)
    sheet.paste(small, (chance.randrange(200), chance.randrange(200)))
    return sheet


def stretch(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """1.4 times as wide or as high."""
    wide = chance.random() < 0.5
    size = (round(image.width * 1.4), image.height) if wide else (image.width, round(image.height * 1.4))
    return image.resize(size, Image.Resampling.BICUBIC)


def outline(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """Only the edge, three pixels wide."""
    mask = _mask(image).point(lambda value: 255 if value > 127 else 0)
    edge = ImageChops.subtract(mask.filter(ImageFilter.MaxFilter(3)), mask.filter(ImageFilter.MinFilter(3)))
    return ImageOps.invert(edge).convert("RGB")


def text(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """A made-up word below."""
    word = "".join(chance.choice("BDFGKLMNRSTV") + chance.choice("AEIOU") for _ in range(chance.choice((2, 3))))
    font = ImageFont.load_default(64)
    left, top, right = font.getbbox(word)[:3]
    sheet = Image.new("RGB", (max(image.width, round(right - left) + 20), image.height + 84), WHITE)
    sheet.paste(image, ((sheet.width - image.width) // 2, 0))
    ImageDraw.Draw(sheet).text(((sheet.width - right + left) / 2, image.height - top + 4), word, "black", font)
    return sheet


def elastic(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """Softly bent: a grid of 5 × 5 points moved by up to six pixels."""
    step = image.width / 4
    moved = {(x, y): (chance.uniform(-6, 6), chance.uniform(-6, 6)) for x in range(5) for y in range(5)}

    def point(x: int, y: int) -> tuple[float, float]:
        dx, dy = moved[x, y] if 0 < x < 4 and 0 < y < 4 else (0.0, 0.0)
        return x * step + dx, y * step + dy

    mesh = []
    for x in range(4):
        for y in range(4):
            box = (round(x * step), round(y * step), round((x + 1) * step), round((y + 1) * step))
            corners = (*point(x, y), *point(x, y + 1), *point(x + 1, y + 1), *point(x + 1, y))
            mesh.append((box, corners))
    return image.transform(image.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


def perspective(image: Image.Image, chance: random.Random, _: list[Image.Image]) -> Image.Image:
    """Seen aslant (corners moved by up to 8 %), then JPEG of quality 25."""
    size = image.width
    corners = [(0, 0), (size, 0), (size, size), (0, size)]
    moved = [(x + chance.uniform(-0.08, 0.08) * size, y + chance.uniform(-0.08, 0.08) * size) for x, y in corners]
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, moved, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    solved = np.linalg.solve(np.array(rows, float), np.array(values, float))
    seen = image.transform(
        image.size, Image.Transform.PERSPECTIVE, [float(value) for value in solved], Image.Resampling.BICUBIC,
        fillcolor=WHITE,
    )  # fmt: skip
    stream = io.BytesIO()
    seen.save(stream, "JPEG", quality=25)
    return Image.open(io.BytesIO(stream.getvalue())).convert("RGB")


def composite(image: Image.Image, chance: random.Random, others: list[Image.Image]) -> Image.Image:
    """Beside another logo of the set that is not indexed, both of one size."""
    sheet = Image.new("RGB", (image.width * 2, image.height), WHITE)
    first = chance.random() < 0.5
    sheet.paste(image, (0 if first else image.width, 0))
    sheet.paste(chance.choice(others), (image.width if first else 0, 0))
    return sheet


CHANGES: tuple[Change, ...] = (
    recolour, invert, rot15, rot90, mirror, crop, scale, stretch, outline, text, elastic, perspective, composite,
)  # fmt: skip


def png(image: Image.Image) -> bytes:
    """The bytes of a picture."""
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def main() -> None:
    """Print R@1 and R@10 of every change, the means, the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--logos", type=int, default=2000)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--missed", action="store_true", help="name the logos that were not found")
    told = parser.parse_args()
    drawn = logos(told.logos + 40, told.seed)
    others, indexed = [image for _, image in drawn[:40]], drawn[40:]
    start = time.perf_counter()
    index = DeviceIndex.of((name, png(image)) for name, image in indexed)
    built = time.perf_counter() - start
    print(f"{engine()}; {len(index)} logos indexed, {built * 1000 / len(indexed):.0f} ms each")
    chance = random.Random(told.seed + 1)
    queries = chance.sample(indexed, told.queries)
    first_means, ten_means, times, own, strangers = [], [], [], 0, 0
    for change in CHANGES:
        ranks = []
        for name, image in queries:
            data = png(change(image, chance, others))
            start = time.perf_counter()
            hits = index.search(data, most=10)
            times.append(time.perf_counter() - start)
            names = [hit.name for hit in hits]
            told_of = {hit.name for hit in hits if hit.likeness.score >= LIMIT}
            own += name in told_of
            strangers += len(told_of - {name})
            ranks.append(names.index(name) if name in names else None)
            if told.missed and name not in names:
                print("   missed", change.__name__, name)
        ten = sum(rank is not None for rank in ranks) / len(ranks)
        first = sum(rank == 0 for rank in ranks) / len(ranks)
        first_means.append(first)
        ten_means.append(ten)
        print(f"{change.__name__:12} R@10 {ten:.3f}   R@1 {first:.3f}", flush=True)
    print(
        f"score from {LIMIT}: own logo {own / len(times):.3f}, others a query {strangers / len(times):.2f} (first ten)"
    )
    times.sort()
    print(f"{'mean':12} R@10 {np.mean(ten_means):.3f}   R@1 {np.mean(first_means):.3f}")
    print(f"a query: median {times[len(times) // 2] * 1000:.0f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
