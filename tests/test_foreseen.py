"""What came leads before what was expected, a change before what it changed; in four languages."""

from __future__ import annotations

import pytest

from qa.service import Service
from tests.conftest import built_of

pytestmark = pytest.mark.model

FILES = {
    "plan.txt": "Lantern walk, notes of 3 May 2022. About 400 walkers are expected at the lantern walk.\n",
    "after.txt": "Lantern walk, report of 9 June 2022. We counted 530 walkers at the lantern walk.\n",
    "projet.txt": "La kermesse de Tréguy. Les organisateurs attendent 250 marcheurs à la kermesse.\n",
    "bilan.txt": "Bilan de la kermesse de Tréguy. En tout, 390 marcheurs sont venus à la kermesse.\n",
    "通知.txt": "青藤书市通知。青藤书市预计有800名读者参加。\n",
    "总结.txt": "青藤书市总结。青藤书市共有1100名读者参加。\n",
    "預告.txt": "碧潭燈會預告。碧潭燈會預計有六千名遊客到場。\n",
    "成果.txt": "碧潭燈會成果。碧潭燈會共有九千名遊客到場。\n",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(FILES, tmp_path_factory.mktemp("foreseen"))


@pytest.mark.parametrize(
    ("question", "came"),
    [
        ("How many walkers came to the lantern walk?", "530"),
        ("Combien de marcheurs sont venus à la kermesse ?", "390"),
        ("青藤书市有多少读者参加？", "1100"),
        ("碧潭燈會有多少遊客？", "九千"),
        ("How many walkers are expected at the lantern walk?", "400"),
        ("青藤书市预计有多少读者？", "800"),
    ],
)
def test_what_came_answers_unless_what_is_expected_is_asked(
    service: Service, question: str, came: str
) -> None:
    assert came in (service.engine().ask(question).short_answer or "")


CHANGES = {
    "minutes.md": "# Minutes of the kite club\n\nThe next meeting of the kite club is on 4 March 2025, at the mill.\n",
    "mail.eml": "From: Wren Ashby <wren@kites.example>\nTo: all@kites.example\n"
    "Date: Mon, 17 Feb 2025 09:00:00 +0000\nSubject: Kite club\nContent-Type: text/plain; charset=utf-8\n\n"
    "Dear all,\n\nThe next meeting of the kite club has been moved to 11 March 2025 because the mill is flooded.\n",
    "rope.md": "# Rope hire\n\n## How old must I be?\n\nYou must be 18 to hire a rope.\n\n"
    "## Where are you?\n\nAt the mill. The hire is closed on Mondays.\n",
    "chat.txt": "[13/04/2025, 09:12:02] Moss: Kites are flown on the north beach\n"
    "[13/04/2025, 09:15:40] Ida: The kite race starts at 10:30 on Saturday\n"
    "[14/04/2025, 07:02:11] Moss: Bring string\n"
    "[14/04/2025, 08:30:09] Ida: The kite race has been moved to 12:00 on Saturday, the tide is late\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(CHANGES, tmp_path_factory.mktemp("changed"))


@pytest.mark.parametrize(
    ("question", "now"),
    [
        ("When is the next meeting of the kite club?", "11 March 2025"),
        ("At what time does the kite race start?", "12:00"),
        ("When is the rope hire closed?", "on Mondays"),
    ],
)
def test_what_has_been_moved_leads_before_what_an_undated_text_or_an_older_post_states(
    changed: Service, question: str, now: str
) -> None:
    answer = changed.engine().ask(question)

    assert now in answer.citations[0].quote
