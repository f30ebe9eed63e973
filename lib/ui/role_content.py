"""What the page Compare roles shows: texts with their sources, lists of places, pay carried to today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.charts import percentile_strip, place_dots
from lib.export import to_csv
from lib.pay.ageing import ageing, month_words
from lib.pay.compare import percentile_table
from lib.pay.gap import KINDS
from lib.pay.market import place_words, release_words
from lib.pay.overlap import flip_heading, flip_places, flip_sentence, flip_table, kept_sentence
from lib.pay.role_words import (
    direction,
    industry_caution,
    industry_table,
    outlook_sentence,
    outlook_table,
    staff_mix_table,
)
from lib.pay.sectors import best_paid_sentence, sector_dots, sector_jobs, sector_medians, sector_origin, sector_sentence
from lib.pay.words import dollars
from lib.tables import central_roles, load_roles, load_sources, load_wages
from lib.tables.outlook import END_YEAR, START_YEAR, load_outlook
from lib.tables.role_texts import BOTH, JUDGEMENT, TOPICS, load_role_questions, texts_about
from lib.ui.pickers import role_labels
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import KIND_WORDS, listed, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.pay.ageing import Ageing
    from lib.pay.compare import RoleComparison
    from lib.pay.estimate import Estimate
    from lib.tables.role_texts import RoleText

CORE: Final = "core"
TOPIC_LABELS: Final = {topic: label for topic, label in TOPICS.items() if topic != CORE}
RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NARROW_SPACE: Final = "\u202f"
OUTLOOK_TABLES: Final = {  # narrow enough for a phone
    ("Role", f"Jobs in {START_YEAR}", "Change", "Openings a year"): "Projected jobs of every role",
    ("Role", "Usual entry education", "Training on the job"): "Usual entry education and training of every role",
}
FLIPS_NOTE: Final = (
    "Only places for which all percentiles of both roles are published. In small places few people stand behind a "
    "figure, so the order can change from year to year."
)
SOURCES: Final = (
    "oews-national", "oews-state", "oews-area", "oews-sector", "bls-eci", "ep-2024-34", "ooh-pay-2024",
    "oews-legal-services",
)  # fmt: skip


@dataclass(frozen=True)
class TopicText:
    """A topic as Markdown; the marks of the statements are the numbers of the sources.

    Attributes:
        core: What each role is, in one sentence.
        by_role: The list of statements about each role; empty if there are none.
        both: The list of statements about both roles; empty if there are none.
        sources: The numbered list of sources.
    """

    core: dict[str, str]
    by_role: dict[str, str]
    both: str
    sources: str


@cache
def topic_text(topic: str) -> TopicText:
    """Return the statements of a topic and what each role is, each with the numbers of its sources."""
    core = {role: texts_about(CORE, role) for role in central_roles()}
    about = {who: texts_about(topic, who) for who in (*central_roles(), BOTH)}
    texts = [text for group in (*core.values(), *about.values()) for text in group]
    named = _without_judgement([source for text in texts for source in text.source.split()])
    numbers = {source: at for at, source in enumerate(named, start=1)}
    sentences = {role: " ".join(_statement(text, numbers) for text in core[role]) for role in core}
    lists = {who: _as_list([_statement(text, numbers) for text in group]) for who, group in about.items()}
    sources = "\n".join(f"{number}. {_source_link(source)}" for source, number in numbers.items())
    return TopicText(sentences, {role: lists[role] for role in core}, lists[BOTH], sources)


def _without_judgement(sources: Sequence[str]) -> list[str]:
    return [source for source in dict.fromkeys(sources) if source != JUDGEMENT]


def _as_list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _statement(text: RoleText, numbers: dict[str, int]) -> str:
    named = text.source.split()
    cited = sorted(numbers[source] for source in _without_judgement(named))
    marks = "".join(f"{NARROW_SPACE}{str(number).translate(RAISED)}" for number in cited)
    judged = (" (and our judgement)" if marks else " (our judgement)") if JUDGEMENT in named else ""
    return f"{plain(text.text)}{marks}{judged}"


def _source_link(key: str) -> str:
    source = load_sources()[key]
    title = f"[{plain(source.title)}]({source.address})" if source.address else plain(source.title)
    return f"{plain(source.publisher)}: {title}, {plain(source.release.split(';')[0])}"


@cache
def questions() -> tuple[tuple[str, str, str], ...]:
    """Return title, answer and sources of each question, as Markdown."""
    return tuple(
        (plain(each.title), plain(each.answer), _answer_sources(each.source)) for each in load_role_questions()
    )


def _answer_sources(cell: str) -> str:
    links = [_source_link(key) for key in _without_judgement(cell.split())]
    judged = ["our judgement"] if JUDGEMENT in cell.split() else []
    return f":small[**Sources:** {'; '.join([*links, *judged])}.]"


def show_missing(found: Sequence[Estimate]) -> None:
    """Say for which role there is no figure of the place, so that a larger place stands in."""
    for each in found:
        if each.market.borrowed:
            who, place = load_roles()[each.profile.role].plural.lower(), place_words(each.market.area)
            missing = f"{who} in {place}, {release_words(each.market.release)}"
            st.info(plain(f"No figure for {missing}: what follows is their pay in {each.market.place}."))


def shown_place(found: Sequence[Estimate]) -> str:
    """Return the place whose pay is shown, as it stands in a sentence; the chosen one if the roles differ."""
    places = {each.market.place for each in found}
    return places.pop() if len(places) == 1 else place_words(found[0].market.area)


def show_comparison(comparison: RoleComparison, sentences: Sequence[str], *, place: str, people: str) -> None:
    """Show both strips, what they mean, where they come from, the numbers and a download.

    Args:
        comparison: Both roles.
        sentences: How real the gap is.
        place: As it stands in a sentence.
        people: The stated facts in words, empty if nothing is stated.
    """
    st.header(plain(f"{place[0].upper()}{place[1:]}: {comparison.finding[0].lower()}{comparison.finding[1:]}"))
    if people:
        st.markdown(plain(f"For people like this: {people}."))
    show_chart(percentile_strip(comparison.rows), key="both_roles")
    st.caption("Thick bar: the middle half of earners. Thin line: 10th to 90th percentile. White mark: the median.")
    for kind, words in comparison.origins:
        show_origin(kind, words)
    show_numbers(percentile_table(comparison.rows), alt=f"Annual pay percentiles of both roles in {place}")
    st.subheader("Is the gap real here?")
    st.markdown(listed(sentences))
    show_origin("estimate", "Shares of people and of pairs are read between the percentiles.")


def comparison_csv(comparison: RoleComparison, place: str, release: str, people: str) -> bytes:
    """Return the table of both roles as a csv file with place, release, facts and origins."""
    origins = " ".join(f"{KIND_WORDS[kind]}: {words}" for kind, words in comparison.origins)
    notes = {"Place": place, "Release": release_words(release), "Facts": people or "none stated", "Source": origins}
    return to_csv(percentile_table(comparison.rows), notes)


@st.fragment  # the toggle redraws this part only
def show_ageing(comparison: RoleComparison, release: str, month: str) -> None:
    """Show both medians carried to a later month, on demand.

    Args:
        comparison: Both roles.
        release: Month of the pay.
        month: Month it is carried to.
    """
    carried = {role: each for role in central_roles() if (each := ageing(role, release, month))}
    unknown, label = len(carried) < len(central_roles()), f"In pay of {month_words(month)} (Employment Cost Index)"
    wanted = st.toggle(label, key="aged", bind="query-params", disabled=unknown)
    if unknown:
        st.caption(
            f"Pay of {release_words(release)} cannot be carried to {month_words(month)}: the index in our data does "
            "not reach back that far."
        )
        return
    if not wanted:
        return
    st.table(_carried_table(comparison, carried), hide_index=True, alt=f"Medians carried to {month_words(month)}")
    for role, each in carried.items():
        show_origin("estimate", f"{role_labels()[role]}: {each.origin()}")


def _carried_table(comparison: RoleComparison, carried: dict[str, Ageing]) -> pd.DataFrame:
    medians = dict(zip(comparison.rows["role"], comparison.rows["median"], strict=True))
    table = {"Median": [role_labels()[role] for role in carried]}
    for role, each in carried.items():
        pay = {each.release: dollars(medians[role]), each.month: f"about {dollars(medians[role] * each.factor)}"}
        for month, words in pay.items():
            table.setdefault(month_words(month), []).append(plain(words))
    return pd.DataFrame(table)


def show_flips(release: str, area: str) -> None:
    """Show where legal secretaries' median is equal or higher: states as a chart, every kind of place as a list.

    Args:
        release: Reference month.
        area: The chosen place, to highlight.
    """
    headed, heading = flip_heading(release)
    st.header(plain(heading))
    if not headed:
        now, newest = (release_words(each) for each in (release, load_wages().releases[0]))
        st.markdown(f"Our data for {now} has full figures for both roles in the nation only; {newest} has more places.")
        return
    if len(states := flip_places(release, "state")):
        show_chart(place_dots(states, central_roles(), picked=[load_wages().areas[area].area_title]), key="flips")
    for kind, words in KINDS.items():
        sentences = ("" if kind == headed else flip_sentence(release, kind), kept_sentence(release, kind))
        if said := " ".join(filter(None, sentences)):
            st.markdown(plain(said))
        if len(table := flip_table(release, kind)):
            title = f"The {len(table)} places, the largest difference first"
            show_numbers(table, alt=f"Both medians in the {words} where the order flips", title=title)
    show_origin("fact", f"BLS OEWS, {release_words(release)}, all industries. {FLIPS_NOTE}")


@st.fragment  # a topic redraws this part only
def show_topics() -> None:
    """Show what each role is, side by side, one topic at a time."""
    st.header("Which role is what?")
    chosen = st.pills(
        "Topic", list(TOPIC_LABELS), format_func=TOPIC_LABELS.__getitem__, default=next(iter(TOPIC_LABELS)),
        required=True, key="topic", bind="query-params",
    )  # fmt: skip
    text = topic_text(str(chosen))
    for column, role in zip(st.columns(2), central_roles(), strict=True):
        with column, st.container(border=True):
            st.subheader(role_labels()[role])
            st.markdown(f"{text.core[role]}\n\n{text.by_role[role]}")
    if text.both:
        st.markdown(f"**Both roles**\n\n{text.both}")
    with st.expander("Sources of these statements"):
        st.markdown(text.sources)


def show_questions() -> None:
    """Show the questions people ask, each with its answer and sources."""
    st.header("Questions people ask")
    half = (len(questions()) + 1) // 2
    for column, chosen in zip(st.columns(2), (questions()[:half], questions()[half:]), strict=True):
        for title, answer, sources in chosen:
            with column.expander(title):
                st.markdown(answer)
                st.markdown(sources)


def show_outlook() -> None:
    """Show how many jobs BLS expects."""
    expected = [f"{direction(load_outlook()[role])} for {role_labels()[role].lower()}" for role in central_roles()]
    st.header(f"Jobs to {END_YEAR}: BLS expects {' and '.join(expected)}")
    st.markdown(listed(outlook_sentence(role) for role in central_roles()))
    show_origin("fact", "BLS Employment Projections: jobs with the self-employed, a forecast and no promise.")
    with st.expander("Jobs and the usual way in, for these and the next roles on the ladder"):
        for names, alt in OUTLOOK_TABLES.items():
            st.table(_outlook()[list(names)], hide_index=True, alt=alt)


@cache
def _outlook() -> pd.DataFrame:
    return outlook_table().map(plain)


def show_sectors() -> None:
    """Show where each role works and what it pays there."""
    st.header(plain(sector_sentence()))
    st.markdown(plain(best_paid_sentence()))
    dots = sector_dots()
    show_chart(place_dots(dots, central_roles(), measure="Median pay by sector"), key="sectors")
    show_origin("fact", f"The {len(dots)} sectors with the most jobs. {sector_origin()}")
    show_numbers(sector_medians(), alt="Median pay of both roles by sector", title="Median pay in every sector")
    title = "Jobs in every sector, and which share of the role's jobs they are"
    show_numbers(sector_jobs(), alt="Jobs of both roles by sector", title=title)
    with st.expander("Industries in the Occupational Outlook Handbook"):
        for role in central_roles():
            st.markdown(f"**{role_labels()[role]}**")
            if caution := industry_caution(role):
                st.caption(plain(caution))
            st.table(industry_table(role).map(plain), hide_index=True, alt=f"{role_labels()[role]}: pay by industry")
    show_numbers(
        staff_mix_table(),
        alt="Occupations in legal services by share of jobs and of pay",
        title="Who works in legal services (law firms and the like)",
    )
