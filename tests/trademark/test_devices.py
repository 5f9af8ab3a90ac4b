"""Device marks: what of a picture counts, what makes two alike, what is refused."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from ipcheck.readers import Limits
from ipcheck.trademark import devices
from ipcheck.trademark.devices import (
    DeviceError,
    DeviceIndex,
    compare,
    device_likeness,
    engine,
    figure_of,
    outlines,
    parts,
    poses,
)

Draw = Callable[[ImageDraw.ImageDraw], None]


def drawn(draw: Draw, size: tuple[int, int] = (240, 240)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    draw(ImageDraw.Draw(image))
    return image


def bird(pen: ImageDraw.ImageDraw) -> None:
    """A made-up bird: a body, a beak, a wing, an eye."""
    pen.ellipse((60, 80, 170, 180), fill="black")
    pen.polygon([(160, 100), (215, 120), (162, 138)], fill="black")
    pen.polygon([(60, 130), (15, 60), (110, 90)], fill="black")
    pen.ellipse((138, 104, 150, 116), fill="white")
    pen.rectangle((95, 176, 103, 215), fill="black")
    pen.rectangle((125, 176, 133, 215), fill="black")


def tower(pen: ImageDraw.ImageDraw) -> None:
    """A made-up tower of three floors."""
    for floor in range(3):
        left, low = 40 + 20 * floor, 200 - 55 * floor
        pen.polygon([(left, low), (240 - left, low), (220 - left, low - 35), (left + 20, low - 35)], fill="black")
        pen.rectangle((80, 205 - 55 * floor, 90, 215 - 55 * floor), fill="black")
    pen.line((120, 55, 120, 15), fill="black", width=7)


def saved(image: Image.Image, form: str = "PNG") -> bytes:
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()


BIRD, TOWER = saved(drawn(bird)), saved(drawn(tower))


@pytest.mark.parametrize(
    "changed",
    [
        ImageOps.invert(drawn(bird)),
        ImageOps.colorize(drawn(bird).convert("L"), "#204090", "#ffe8c0"),
        ImageOps.mirror(drawn(bird)),
        drawn(bird).rotate(90),
        drawn(bird).rotate(15, fillcolor="white"),
        drawn(bird).resize((90, 90)),
        drawn(bird).resize((336, 240)),
        ImageOps.expand(drawn(bird), (10, 5, 200, 90), fill="white"),
    ],
    ids=["inverted", "coloured", "mirrored", "rot90", "rot15", "small", "stretched", "off the middle"],
)
def test_a_changed_figure_stays_alike(changed: Image.Image) -> None:
    same = device_likeness(saved(changed), BIRD)
    assert same > 0.75
    assert same > device_likeness(saved(changed), TOWER) + 0.2


def test_a_picture_is_wholly_like_itself_and_another_is_not() -> None:
    assert device_likeness(BIRD, BIRD) == pytest.approx(1.0, abs=0.01)
    assert device_likeness(BIRD, TOWER) < 0.6


def test_the_reason_names_both_witnesses_or_says_that_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "_cv2", lambda: None)
    told = compare(BIRD, BIRD)
    assert told.points is None and told.score == told.outline
    assert "没有安装 OpenCV" in told.why and "没有安装 OpenCV" in engine()


def test_key_points_find_a_figure_beside_another() -> None:
    pytest.importorskip("cv2")
    both = Image.new("RGB", (480, 240), "white")
    both.paste(drawn(tower), (0, 0))
    both.paste(drawn(bird), (240, 0))
    told = compare(saved(both), BIRD)
    assert told.score > 0.8
    assert "特征点" in told.why and "SIFT" in engine()


def test_colour_and_polarity_do_not_count() -> None:
    plain, inverted = figure_of(BIRD), figure_of(saved(ImageOps.invert(drawn(bird))))
    assert plain.shape == inverted.shape
    assert np.mean(plain == inverted) > 0.99
    assert set(np.unique(plain)) == {0, 255}


def test_what_is_transparent_is_paper() -> None:
    glass = Image.new("RGBA", (240, 240), (0, 0, 0, 0))
    glass.paste(drawn(bird), mask=ImageOps.invert(drawn(bird).convert("L")))
    assert np.mean(figure_of(saved(glass)) == figure_of(BIRD)) > 0.97


def test_parts_lie_beside_gaps() -> None:
    both = Image.new("RGB", (480, 240), "white")
    both.paste(drawn(tower), (0, 0))
    both.paste(drawn(bird), (240, 0))
    found = parts(figure_of(saved(both)))
    assert figure_of(BIRD).shape in {piece.shape for piece in found}
    assert parts(figure_of(saved(drawn(lambda pen: pen.rectangle((20, 20, 200, 100), fill="black"))))) == []


def test_outlines_are_of_unit_length_and_a_pose_of_the_mirrored_figure_is_one_of_the_figure() -> None:
    vectors = outlines(poses(figure_of(BIRD), (0,)))
    assert vectors.shape[0] == 8
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    mirrored = outlines(poses(figure_of(BIRD)[:, ::-1], (0,)))
    assert (vectors @ mirrored.T).max() > 0.999


def test_an_index_finds_the_figure_and_keeps_its_vectors_small() -> None:
    index = DeviceIndex.of([("鸟", BIRD), ("塔", TOWER)])
    assert len(index) == 2
    hits = index.search(saved(drawn(tower).rotate(180)), most=1)
    assert [hit.name for hit in hits] == ["塔"]
    assert index._vectors.dtype == np.float16


def test_an_empty_index_finds_nothing() -> None:
    assert DeviceIndex.of([]).search(BIRD) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", BIRD[:60], saved(Image.new("RGB", (200, 200), "red")), saved(Image.new("L", (4, 4)))],
    ids=["empty", "text", "cut off", "one tone", "tiny"],
)
def test_what_cannot_be_compared_is_said(data: bytes) -> None:
    with pytest.raises(DeviceError, match="图样"):
        device_likeness(BIRD, data)


def test_a_picture_over_the_limits_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(DeviceError, match="大小限制"):
        figure_of(BIRD, Limits(image_pixels=1000))
    with pytest.raises(DeviceError, match="大小限制"):
        figure_of(BIRD, Limits(file_bytes=100))


@pytest.mark.parametrize("size", [(4000, 90), (90, 4000)])
def test_a_thin_figure_is_no_trouble(size: tuple[int, int]) -> None:
    thin = saved(drawn(lambda pen: pen.rectangle((2, 2, size[0] - 3, size[1] - 3), fill="black"), size))
    assert 0 <= device_likeness(thin, BIRD) <= 1


def test_noise_is_no_trouble() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (200, 200, 3), np.uint8)
    assert 0 <= device_likeness(saved(Image.fromarray(noise)), BIRD) <= 1
