"""How well and how fast personal data is masked: `python benchmarks/masking.py FOLDER [HALF]`.

FOLDER holds `templates.txt` (sentences with {{slots}}) and `generated_small.json`. The templates
are filled by `masking_sentences.py`; half of the names are in the product's word lists and half
are not. Weights were tuned on every other template only ("tuned on"); the rest ("set aside") had
been read beforehand and a few misses in it were looked into, so it is no blind test. HALF =
`tuned` prints that one alone. The identity, account and secret shapes were written with the
finders' own forms in mind: they show that nothing is broken, not what strangers write.

A value counts as recalled when no part of it is left. A finding is right when it touches a value
of its class; how many touch any personal value is printed beside. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from masking_sentences import Sentence, Value, sentences, small_set

from goldenthread.engine.personal import Kind, mask
from goldenthread.engine.personal.lexicon import Word, classify

SEED, PER_CLASS, Z = 7, 300, 1.96
LENGTHS = (250_000, 1_000_000)
ORDINARY = [
    "I waited 40 minutes on Monday and nobody told me why. Please look into it by Friday.",
    "thanks for the quick answer, the parcel came on 12 March and everything works as it should",
]
TRYING = ("7", "@", "A", "Ab ", "1 ", "a.", ":", "(", "my name is ", "[name 1] ")


def wilson(k: int, n: int) -> str:
    """A share with its interval."""
    p, wide = k / n, 1 + Z * Z / n
    middle = (p + Z * Z / 2 / n) / wide
    half = Z / wide * (p * (1 - p) / n + Z * Z / 4 / n / n) ** 0.5
    return f"{p:.3f} [{max(middle - half, 0):.3f}, {middle + half:.3f}] n={n}"


def rows_of(text: str, value: Value) -> list[str]:
    """The rows of the table a value counts in."""
    if value.kind is not Kind.NAME:
        return [value.slot]
    words = text[value.start : value.end].split()
    listed = any(classify(word.lower()) is not Word.UNKNOWN for word in words)
    return ["name", "name, a part listed" if listed else "name, no part listed"]


def measure(title: str, made: list[Sentence]) -> None:
    """Print precision and recall per class."""
    seen, hit = Counter[str](), Counter[str]()
    claimed, right, touching = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    for text, values in made:
        found = mask(text)[1]
        covered = {place for one in found for place in range(one.start, one.end)}
        for value in values:
            rows = rows_of(text, value)
            seen.update(rows)
            places = range(value.start, value.end)
            if all(place in covered for place in places if text[place].isalnum()):
                hit.update(rows)
        for one in found:
            met = [v.kind for v in values if one.start < v.end and v.start < one.end]
            claimed[one.kind] += 1
            right[one.kind] += one.kind in met
            touching[one.kind] += bool(met)
    print(f"\n{title}: {len(made)} sentences")
    for row in sorted(seen):
        print(f"  recall     {row:22} {wilson(hit[row], seen[row])}")
    for kind in sorted(claimed):
        share = wilson(right[kind], claimed[kind])
        print(f"  precision  {kind:22} {share} (touching any: {touching[kind]})")


def in_small_letters(made: list[Sentence]) -> list[Sentence]:
    """The sentences without capitals; the few whose length would change stay as they are."""
    return [
        (text.lower() if len(text.lower()) == len(text) else text, values) for text, values in made
    ]


def speed(title: str, texts: list[str]) -> None:
    """Print messages per second on one core."""
    spent = seconds(texts)
    mean = sum(map(len, texts)) / len(texts)
    print(f"  {len(texts) / spent:8,.0f} messages/s of {mean:.0f} characters on average: {title}")


def growth() -> None:
    """Print how time grows with length, on the texts that are hardest to walk through."""
    for sign in TRYING:
        took = [seconds([(sign * length)[:length]]) for length in LENGTHS]
        print(f"  {sign!r:14} 250 k: {took[0]:.2f} s   1 M: {took[1]:.2f} s")


def seconds(texts: list[str]) -> float:
    """Processor time for masking `texts`, so that a busy machine does not count."""
    begun = time.process_time()
    for text in texts:
        mask(text)
    return time.process_time() - begun


def halves(folder: Path) -> dict[str, list[str]]:
    """The templates, every other one held out."""
    raw = (folder / "templates.txt").read_text("utf-8", errors="replace")
    lines = [line for line in raw.splitlines() if line.strip()]
    told = [line.replace("\\n", "\n").replace("\\,", ",").removeprefix("3.") for line in lines]
    return {"tuned on": told[::2], "set aside": told[1::2]}


def main(folder: Path, only: str) -> None:
    """Measure everything, or only the half whose title begins with `only`."""
    rng = random.Random(SEED)  # noqa: S311 - sentences, not secrets
    every: list[str] = []
    for title, templates in halves(folder).items():
        if title.startswith(only):
            made = sentences(rng, templates, PER_CLASS)
            measure(f"templates {title}", made)
            measure(f"templates {title}, small letters", in_small_letters(made))
            every += [text for text, _ in made]
    measure("generated_small.json", small_set(folder / "generated_small.json"))
    if not only:
        print("\nspeed and growth, processor time on one core")
        speed("every one with personal data", every)
        speed("one in ten with personal data", (ORDINARY * 9 + every[:2]) * 500)
        growth()


if __name__ == "__main__":
    main(Path(sys.argv[1]), "".join(sys.argv[2:3]))
