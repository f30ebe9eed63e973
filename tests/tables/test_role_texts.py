from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import TableError, central_roles, load_wages
from lib.tables.outlook import load_outlook
from lib.tables.role_texts import BOTH, JUDGEMENT, TOPICS, load_role_questions, load_role_texts, texts_about
from tests.tables.copies import as_it_is, read_rows, with_cells, with_row_twice, without_column, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXTS = "role_texts.csv"
QUESTIONS = "role_questions.csv"
LOADERS: dict[str, Callable[[Path], Any]] = {TEXTS: load_role_texts, QUESTIONS: load_role_questions}
CORE = {"topic": "core", "role": "paralegal"}
CAREER = {"topic": "career", "order": "2", "role": "legal_secretary"}
SITE = {"topic": "remote", "order": "3", "role": "paralegal"}
HIGHER = {"question": "higher"}
SECOND = {"question": "stress"}

BROKEN: list[tuple[str, dict[str, str], dict[str, str], str]] = [
    (
        TEXTS,
        CORE,
        {"topic": "hobbies"},
        "topic must be one of career, client_contact, core, does, education, must_not, remote, shares, skills, tools, "
        "work_style.",
    ),
    (TEXTS, CORE, {"role": "lawyer"}, "role must be one of both, legal_secretary, paralegal."),
    (TEXTS, CORE, {"order": "first"}, "order is 'first', which is not a number."),
    (TEXTS, CORE, {"order": "2"}, "order must count 1, 2, 3 within its topic and role."),
    (TEXTS, CORE, {"order": ""}, "order must count 1, 2, 3 within its topic and role."),
    (TEXTS, CORE, {"order": "1.5"}, "order must count 1, 2, 3 within its topic and role."),
    (TEXTS, CAREER, {"order": "7"}, "order must count 1, 2, 3 within its topic and role."),
    (TEXTS, CORE, {"text": ""}, "text must be filled in."),
    (TEXTS, CORE, {"text": "a" * 160 + "."}, "text must have at most 160 characters."),
    (TEXTS, CORE, {"text": "Does *real* work."}, "text must have no markup and no line break."),
    (TEXTS, CORE, {"text": "Does <b>real</b> work."}, "text must have no markup and no line break."),
    (TEXTS, CORE, {"text": "Does\nreal work."}, "text must have no markup and no line break."),
    (TEXTS, CORE, {"text": "Does [real](work)."}, "text must have no markup and no line break."),
    (TEXTS, CORE, {"text": " Does work."}, "text must have no needless spaces."),
    (TEXTS, CORE, {"text": "Does  work."}, "text must have no needless spaces."),
    (TEXTS, CORE, {"text": "Does work. "}, "text must have no needless spaces."),
    (TEXTS, CORE, {"text": "Does work"}, "text must end as a sentence does."),
    (TEXTS, SITE, {"text": "Does 40 hours a week."}, "text with a figure needs a source besides judgement."),
    (TEXTS, CORE, {"text": "Does 80% of the work."}, "text with a percentage or an amount must name its year."),
    (TEXTS, CORE, {"text": "Costs $100 an hour."}, "text with a percentage or an amount must name its year."),
    (TEXTS, CORE, {"source": "hearsay"}, "source must name rows of sources.csv."),
    (TEXTS, CORE, {"source": ""}, "source must name rows of sources.csv."),
    (QUESTIONS, HIGHER, {"question": ""}, "question must be filled in."),
    (QUESTIONS, HIGHER, {"order": "2"}, "order must count 1, 2, 3."),
    (QUESTIONS, HIGHER, {"order": "a"}, "order is 'a', which is not a number."),
    (QUESTIONS, HIGHER, {"title": ""}, "title must be filled in."),
    (QUESTIONS, HIGHER, {"title": "a" * 80 + "?"}, "title must have at most 80 characters."),
    (QUESTIONS, HIGHER, {"title": "Is it a # question?"}, "title must have no markup and no line break."),
    (QUESTIONS, HIGHER, {"title": "It is higher."}, "title must end with a question mark."),
    (QUESTIONS, HIGHER, {"answer": ""}, "answer must be filled in."),
    (QUESTIONS, HIGHER, {"answer": "No. " + "a" * 596 + "."}, "answer must have at most 600 characters."),
    (QUESTIONS, HIGHER, {"answer": "No. Not `so`."}, "answer must have no markup and no line break."),
    (QUESTIONS, HIGHER, {"answer": "No.  Not so."}, "answer must have no needless spaces."),
    (QUESTIONS, HIGHER, {"answer": "No. Not so"}, "answer must end as a sentence does."),
    (QUESTIONS, HIGHER, {"answer": "No, not in rank."}, "answer must have 2 to 4 sentences."),
    (QUESTIONS, HIGHER, {"answer": "No. No. No. No. No."}, "answer must have 2 to 4 sentences."),
    (
        QUESTIONS,
        HIGHER,
        {"answer": "No. Only 2 in 3.", "source": "judgement"},
        "answer with a figure needs a source besides judgement.",
    ),
    (QUESTIONS, HIGHER, {"answer": "No. Only 5%."}, "answer with a percentage or an amount must name its year."),
    (QUESTIONS, HIGHER, {"source": "hearsay"}, "source must name rows of sources.csv."),
]


@pytest.mark.parametrize(("file", "where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    file: str, where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(file, tmp_path, where, changes)
    with pytest.raises(TableError) as raised:
        LOADERS[file](tmp_path)
    sentence = str(raised.value)
    assert sentence.startswith((f"{file}, line {line} (", f"{file}, line {line}: "))
    assert re.sub(r" \(\d+ more rows? breaks? it too\)", "", sentence).endswith(rule)


@pytest.mark.parametrize(("file", "cell"), [(TEXTS, "text"), (QUESTIONS, "title"), (QUESTIONS, "answer")])
def test_the_same_words_twice_are_refused(file: str, cell: str, tmp_path: Path) -> None:
    rows = read_rows(file)
    rows[1][cell] = rows[0][cell]
    with pytest.raises(TableError, match=rf"{file}, line 3 .*: each {cell} must stand in one row only\."):
        LOADERS[file](write_rows(rows, file, tmp_path))


@pytest.mark.parametrize(("file", "key"), [(TEXTS, "topic + order + role"), (QUESTIONS, "question")])
def test_a_repeated_row_is_refused(file: str, key: str, tmp_path: Path) -> None:
    line = with_row_twice(file, tmp_path)
    with pytest.raises(TableError) as raised:
        LOADERS[file](tmp_path)
    assert str(raised.value).startswith(f"{file}, line {line} (")
    assert str(raised.value).endswith(f": each {key} must stand in one row only.")


@pytest.mark.parametrize(
    ("file", "column"),
    [(file, column) for file in LOADERS for column in read_rows(file)[0]],
)
def test_a_missing_column_is_named(file: str, column: str, tmp_path: Path) -> None:
    without_column(file, tmp_path, column)
    with pytest.raises(TableError, match=rf"{file}, line 1: the columns {column} are missing\."):
        LOADERS[file](tmp_path)


@pytest.mark.parametrize("file", LOADERS)
def test_a_faithful_copy_loads_and_a_missing_file_is_named(file: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match="is missing"):
        LOADERS[file](tmp_path / "nowhere")
    assert LOADERS[file](as_it_is(file, tmp_path)) == LOADERS[file](tmp_path)


@pytest.mark.parametrize(
    ("file", "where", "changes"),
    [
        (TEXTS, CORE, {"text": "a" * 159 + "."}),
        (TEXTS, CORE, {"text": "Costs $100 an hour in 2024."}),
        (TEXTS, SITE, {"text": "Does 40 hours.", "source": "judgement ooh-text"}),
        (QUESTIONS, HIGHER, {"title": "a" * 79 + "?"}),
        (QUESTIONS, HIGHER, {"answer": "No. " + "a" * 595 + "."}),
        (QUESTIONS, HIGHER, {"answer": "No. No! No? No, 2.5 times no."}),
    ],
)
def test_the_limit_itself_is_allowed(file: str, where: dict[str, str], changes: dict[str, str], tmp_path: Path) -> None:
    with_cells(file, tmp_path, where, changes)
    assert LOADERS[file](tmp_path)


@pytest.mark.parametrize(
    ("topic", "left_out", "missing"),
    [
        ("core", "paralegal", "paralegal"),
        ("does", "legal_secretary", "legal_secretary"),
        ("shares", "both", "paralegal and legal_secretary"),
    ],
)
def test_a_topic_that_is_silent_about_a_role_is_refused(
    topic: str, left_out: str, missing: str, tmp_path: Path
) -> None:
    rows = [row for row in read_rows(TEXTS) if (row["topic"], row["role"]) != (topic, left_out)]
    with pytest.raises(TableError) as raised:
        load_role_texts(write_rows(rows, TEXTS, tmp_path))
    assert str(raised.value) == f"role_texts.csv: {topic} says nothing about {missing}."


def test_every_topic_speaks_of_both_roles() -> None:
    counts = Counter((text.topic, text.role) for text in load_role_texts())
    assert list(dict.fromkeys(text.topic for text in load_role_texts())) == list(TOPICS)
    for topic in TOPICS:
        for role in central_roles():
            assert counts[topic, role] + counts[topic, BOTH] >= 1, (topic, role)
    assert set(counts.values()) <= set(range(1, 9))
    for role in central_roles():
        assert counts["core", role] == 1
        assert 6 <= counts["does", role] <= 8
        for topic in ("must_not", "skills", "tools", "education", "client_contact", "work_style", "remote", "career"):
            assert counts[topic, role] >= 2, (topic, role)
    assert 4 <= counts["shares", BOTH] <= 6


def test_the_topics_stand_in_the_order_of_the_page_wherever_they_stand(tmp_path: Path) -> None:
    rows = read_rows(TEXTS)
    core = [row for row in rows if row["topic"] == "core"]
    rest = [row for row in rows if row["topic"] != "core"]
    assert load_role_texts(write_rows([*rest, *core], TEXTS, tmp_path)) == load_role_texts()


def test_texts_about_one_topic_and_role() -> None:
    texts = texts_about("does", "paralegal")
    assert [text.order for text in texts] == list(range(1, len(texts) + 1))
    assert {(text.topic, text.role) for text in texts} == {("does", "paralegal")}
    assert texts_about("shares", "paralegal") == ()
    assert texts_about("core", "legal_secretary")[0].text.startswith("Runs the office side")


def test_every_question_that_people_ask_has_an_answer() -> None:
    found = load_role_questions()
    assert [question.order for question in found] == list(range(1, len(found) + 1))
    assert {
        "higher", "stress", "growth", "one_person", "degree", "step_up", "remote", "software",
    } <= {question.question for question in found}  # fmt: skip
    assert found[0].title == "Is a paralegal higher than a legal secretary?"


def every_text() -> list[tuple[str, str]]:
    texts = [(text.text, text.source) for text in load_role_texts()]
    return texts + [(question.answer, question.source) for question in load_role_questions()]


def test_no_amount_of_dollars_stands_without_a_source() -> None:
    with_dollars = [(words, source) for words, source in every_text() if "$" in words]
    assert len(with_dollars) == 2
    for words, source in with_dollars:
        assert set(source.split()) - {JUDGEMENT}, words
        # What the dashboard computes itself must not be typed here: these two are tuition.
        assert {"college-board", "ucsd-certificate"} & set(source.split())


def test_texts_are_plain_american_english_without_marketing() -> None:
    for words, _ in every_text():
        assert words.isprintable()
        assert not re.search(r"\b(organis|programme|labour|licence|solicitor)", words), words
        assert not re.search(r"\b(backbone|seamless|leverage|unlock|empower|crucial|essential)", words.lower()), words


# American Bar Association, 2024 TechReport: 30.2 % of lawyers' offices; Clio, Legal Trends Report 2024: 79 %.
# Eloundou et al. 2023, human ratings: 0.761 of the tasks of legal secretaries, 0.450 of those of paralegals.
@pytest.mark.parametrize(
    ("question", "figures", "sources"),
    [
        ("ai_use", ("79%", "30%", "8%"), {"clio-trends-2024", "aba-ai-2024"}),
        ("software", ("81%", "69%", "76%", "45%"), {"clio-trends-2024", "gpts-2023"}),
        ("remote", ("63%", "51%", "21%"), {"bls-ors"}),
        ("degree", ("89%", "42%"), {"onet-2018"}),
        ("growth", ("54%", "21%"), {"onet-2018"}),
        ("stress", ("3.9", "3.8", "87", "78", "84", "67"), {"onet-2018", "onet-context"}),
    ],
)
def test_sourced_figures(question: str, figures: tuple[str, ...], sources: set[str]) -> None:
    found = next(each for each in load_role_questions() if each.question == question)
    assert all(figure in found.answer for figure in figures)
    assert sources <= set(found.source.split())


def test_what_the_answers_say_of_pay_and_jobs_is_so() -> None:
    """Paralegals earn more in most places, legal secretaries as much or more in some; see data/bls_wages.csv."""
    wages, (newest, *_) = load_wages(), load_wages().releases
    gaps = [
        wages.medians[newest, area, "23-2011"] - wages.medians[newest, area, "43-6012"]
        for area in wages.areas
        if {(newest, area, "23-2011"), (newest, area, "43-6012")} <= wages.medians.keys()
    ]
    assert sum(gap > 0 for gap in gaps) > 0.75 * len(gaps)
    assert sum(gap <= 0 for gap in gaps) >= 10
    outlook = load_outlook()
    assert abs(outlook["paralegal"].change_percent) < 1
    assert outlook["legal_secretary"].change_percent < -1


# Clio's guide prints 66,510 and 60,320 as medians of May 2024; BLS publishes them as means.
@pytest.mark.parametrize(("soc_code", "printed"), [("23-2011", 66_510), ("43-6012", 60_320)])
def test_what_a_guide_calls_median_is_the_mean(soc_code: str, printed: int) -> None:
    rows = load_wages().rows
    row = rows.iloc[load_wages().positions["2024-05", "99", soc_code]]
    assert row["annual_mean"] == printed > row["annual_median"]
