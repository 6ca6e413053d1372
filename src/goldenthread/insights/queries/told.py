"""The brief as JSON, in the shape of `docs/using/json/brief.schema.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goldenthread.insights.queries.brief import Brief
    from goldenthread.insights.queries.promises import PromiseLine, Standing

SCHEMA = "goldenthread.brief/1"


def to_json(told: Brief) -> dict[str, object]:
    """Everything the page shows, for programs."""
    return {
        "schema": SCHEMA,
        "week": told.week.label,
        "period": {"since": told.since.isoformat(), "until": told.until.isoformat()},
        "conversations": told.conversations,
        "surveys": told.surveys,
        "undated": told.undated,
        "feelings": {
            "start": told.feelings.start.to_json(),
            "end": told.feelings.end.to_json(),
        },
        "promises": [_promise(line) for line in told.promises],
        "words": [
            {
                "conversation": word.conversation,
                "quote": word.quote.text,
                "chosen": word.chosen.value,
                "principles": list(word.principles),
            }
            for word in told.words
        ],
        "notes": [
            {"day": note.day.isoformat(), "text": note.text, "promise": note.promise}
            for note in told.notes
        ],
    }


def _promise(line: PromiseLine) -> dict[str, object]:
    teams = [{"name": team.name, **_standing(team.standing)} for team in line.teams]
    return {
        "id": line.id,
        "text": line.text,
        "owner": line.owner,
        **_standing(line.standing),
        "why": line.standing.change.why,
        "teams": teams,
    }


def _standing(standing: Standing) -> dict[str, object]:
    change = standing.change
    return {
        "n": standing.n,
        "kept": standing.kept,
        "share": _rounded(standing.share),
        "low": _rounded(standing.low),
        "high": _rounded(standing.high),
        "before": _rounded(change.before),
        "change": _rounded(change.change),
        "verdict": change.verdict.value,
        "direction": change.direction.value,
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def to_text(told: Brief) -> str:
    """The brief on a terminal: the same facts, in lines."""
    lines = [
        f"The brief, {told.week.label}",
        f"{told.conversations:,} conversations, {told.surveys:,} of them survey answers.",
        _felt(told),
        "",
        "Promises",
        *(line for promise in told.promises for line in _promise_lines(promise)),
        "",
        "In their words",
        *(f"  [{word.chosen.value}] {word.quote.text}" for word in told.words),
    ]
    return "\n".join(lines)


def _felt(told: Brief) -> str:
    end = told.feelings.end
    if not end.n:
        return "Nobody wrote twice this week: nothing is known of how feelings changed."
    bounds = end.upset_interval
    low, high = (bounds.low, bounds.high) if bounds else (0.0, 1.0)
    began = told.feelings.start.upset / end.n
    return (
        f"{began:.0%} began upset, {end.upset / end.n:.0%} ended upset"
        f" ({low:.0%} to {high:.0%}, n {end.n:,})."
    )


def _promise_lines(line: PromiseLine) -> list[str]:
    told = [f"  {line.text}: {_in_words(line.standing)}"]
    told += [f"    {team.name}: {_in_words(team.standing)}" for team in line.real_teams]
    return told


def _in_words(standing: Standing) -> str:
    if standing.share is None or standing.low is None or standing.high is None:
        return "no occasion this week"
    share = f"{standing.share:.0%} ({standing.low:.0%} to {standing.high:.0%}, n {standing.n})"
    change = standing.change
    moved = f" {change.change:+.0%}" if change.change is not None and standing.is_real else ""
    return f"{share}, {change.verdict.value.replace('_', ' ')}{moved}"
