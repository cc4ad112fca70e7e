"""What is said to the program itself is told from questions, in four languages and by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.talk_rules import Act
from language.talking import after_greeting, alike, heard, target
from tests.strategies import texts

SAID = {
    Act.GREETING: (
        "hello | Hi there! | hey :) | Good evening, everyone | hellooo | Hi! How are you? | anybody there? | what's up"
        " | Salut | coucou ! | Bonsoir madame | bonjour, ça va ? | slt | Il y a quelqu’un ?"
        " | 你好 | 您好！ | 在吗？ | 在嗎 | 早上好 | 大家好～ | 哈喽 | 最近怎么样？"
    ),
    Act.THANKS: (
        "thanks | Thank you so much! | thanks, very helpful! | ok, thanks | Great, that's all I needed | cheers | perfect"
        " | merci | merci, très utile ! | Merci beaucoup pour votre aide ! | d’accord, merci | super, je vous remercie"
        " | 谢谢 | 多謝 | 好的，谢谢你 | 非常感谢您的帮助 | 辛苦了"
    ),
    Act.NODDING: (
        "ok | Okay. | got it | I see | all right | d’accord | entendu | compris | 好的 | 明白了 | 收到 | 知道了"
    ),
    Act.FAREWELL: (
        "bye | Goodbye! | see you tomorrow | ok thanks bye | good night | have a nice day"
        " | au revoir | à bientôt ! | Bonne journée | merci, au revoir"
        " | 再见 | 再見！ | 拜拜 | 晚安 | 下次见 | 谢谢，再见"
    ),
    Act.WHO: (
        "who are you? | What are you? | hello, who are you | what is this app? | are you a robot? | tell me a joke | raconte-moi une blague | 讲个笑话 | 唱首歌吧 | what's your name"
        " | Qui es-tu ? | vous êtes qui | C’est quoi ce site ? | es-tu une IA ? | Présente-toi"
        " | 你是谁 | 您是誰？ | 你叫什么名字？ | 你是机器人吗 | 介绍一下你自己 | 这是什么？"
    ),
    Act.HELP: (
        "help | Help me please! | what can you do? | Hi, what can you do for me? | how does this work | how do I use this?"
        " | what can I ask? | do you speak French? | give me some examples | can you help me"
        " | aide | Que sais-tu faire ? | que pouvez-vous faire | comment ça marche ? | À quoi tu sers ?"
        " | quelles questions puis-je poser ? | j’ai besoin d’aide | parlez-vous anglais ?"
        " | 你能做什么？ | 你能做什麼 | 怎么用？ | 如何使用 | 幫助 | 我可以问什么问题？ | 你有什么功能 | 你会说英语吗？"
    ),
    Act.DOCUMENTS: (
        "Which documents do you have? | list the documents | what files are there? | please show me all the files"
        " | how many documents are there | what are your sources? | do you have any reports about lighthouses?"
        " | which documents mention the harbour | Which documents are in French? | do you have anything about Malta?"
        " | Quels documents as-tu ? | liste des documents | quels fichiers y a-t-il ? | combien de documents avez-vous ?"
        " | quels documents avez-vous sur le phare ? | quels sont les documents en français | as-tu quelque chose sur Malte ? | Montre-moi les documents"
        " | 哪些文档是法文的 | 有哪些文件？ | 有哪些文件？請列出 | Which documents are there? List them | Quels documents avez-vous ? Listez-les | 列出所有文件 | 你们有什么资料？ | 文件列表 | 有没有关于灯塔的文件？ | 一共有多少份文件 | 哪些文件提到港口？"
    ),
    Act.OVERVIEW: (
        "what are the key facts in the French document | summarise the French document | Summarize this. | can you sum up the report, please? | tl;dr | summary"
        " | give me a short summary of the files | the main points of the charter | What are the key points? | an overview of the harbour"
        " | quels sont les faits clés du document français | En bref ? | résume le document français | Peux-tu me résumer ce fichier ? | fais-moi un résumé du rapport | les points clés de la charte"
        " | resume le document francais | une synthèse, s'il te plaît"
        " | 总结一下这些文件 | 請總結法文文件 | 摘要 | 帮我概括一下港口章程 | 把这份文件总结一下 | 文件的要点"
    ),
    Act.TIMELINE: (
        "timeline of the Harbour Charter | Give me a timeline of events in the charter | what happened when? | harbour timeline"
        " | What happened when at the harbour? | list the events of the harbour in chronological order | key dates of the charter"
        " | the storm of 1911 in chronological order | Can you make a timeline for the ferry? | what happened, and when, in the report"
        " | chronologie du phare | Fais-moi une chronologie de la charte du port | que s’est-il passé et quand ?"
        " | Quelles sont les dates clés de la charte ? | les événements du port dans l’ordre chronologique | frise chronologique des documents"
        " | Peux-tu dresser la chronologie du bac ? | Que s'est-il passé quand dans le port ?"
        " | 灯塔的时间线 | 時間線 | 港口大事記 | 请给我一份港口章程的大事记 | 按时间顺序列出港口的事件 | 按時間順序整理燈塔的歷史"
        " | 灯塔什么时候发生了什么？ | 把港口的大事按时间顺序排列一下 | 繪製燈塔的時間軸 | 关于渡轮的年表 | 幫我做一個法文文件的時間軸"
    ),
    Act.CONTENTS: (
        "what is this about? | What are the documents about? | what does the French file say? | what's in the report"
        " | De quoi parle ce document ? | de quoi parlent les fichiers | que contient le rapport ?"
        " | 这些文件讲什么？ | 這份文件主要講什麼內容？ | 这份文件的主要内容是什么？"
    ),
}  # fmt: skip
QUESTIONS = (
    "hello kitty was made by whom | how can I help refugees according to the report? | Who are you to judge, said whom?"
    " | What can you do against rust? | Which documents were signed at the harbour? | List the documents signed in 1902"
    " | list the five key areas | what is the help desk's number? | How does a heat pump work? | what does the report say about salt?"
    " | What do the documents say about “Hello”? | thanks to whom was the bridge built? | how many documents were lost in the fire?"
    " | Hey Jude was written by whom? | What is your view of clause 4? | what are the main causes of the flood?"
    " | what happened when the ferry sank? | When is the project timeline due? | What is the project timeline?"
    " | who wrote the chronology of kings? | Which events are listed in chronological order? | What are the key dates for payment?"
    " | Que s'est-il passé quand le bac a coulé ? | Qui a écrit la chronologie des rois ? | Quels événements sont classés par date ?"
    " | 谁编写了港口大事记？ | 大事记里提到了哪些人？ | 时间轴有多长？ | 按时间顺序谁排第一？ | 港口什么时候发生了火灾？"
    " | Bonjour tristesse, qui l’a écrit ? | Qui a dit merci au gardien ? | Que disent les documents au sujet de « Salut » ?"
    " | Quels documents ont été signés au port ? | Comment fonctionne une écluse ? | combien de fichiers ont été perdus ?"
    " | 谁说了你好？ | 会议通过了哪些文件？ | 关于“你好”，文件是怎么说的？ | 港口是怎么工作的？ | 灯塔有什么功能？ | 大会的六大要点分别由谁提出？"
    " | 你好李焕英是谁导演的？ | 谁提供了帮助？ | 概述了谁的意见？"
)


def each(phrases: str) -> list[str]:
    return [phrase.strip() for phrase in phrases.split(" | ")]


@pytest.mark.parametrize(("act", "typed"), [(act, one) for act in SAID for one in each(SAID[act])])
def test_what_is_said_to_the_program_is_heard(act: Act, typed: str) -> None:
    said = heard(typed)

    assert said is not None
    assert said.act is act


@pytest.mark.parametrize("typed", each(QUESTIONS))
def test_a_question_that_holds_such_words_stays_one(typed: str) -> None:
    assert heard(typed) is None


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("Which documents do you have about the lighthouse?", "the lighthouse"),
        ("quels documents as-tu sur l’été 1902 ?", "l'été 1902"),
        ("有哪些關於燈塔的文件？", "燈塔"),
        ("please summarise the Harbour Charter for me, thanks!", "the Harbour Charter"),
        ("Summarise the charter in three sentences", "the charter"),
        ("résume-moi la charte du port, s’il te plaît", "la charte du port"),
        ("请帮我总结一下港口章程，谢谢", "港口章程"),
        ("a timeline of events in the charter, please", "the charter"),
        ("les événements du port dans l’ordre chronologique", "port"),
        ("一號燈塔的大事記", "一號燈塔"),
        ("一号灯塔的摘要", "一号灯塔"),
    ],
)
def test_it_is_told_of_what(typed: str, about: str) -> None:
    said = heard(typed)

    assert said is not None
    assert said.target.replace("’", "'") == about


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("hi, when was the lamp lit?", "when was the lamp lit?"),
        ("Hello when was the lamp lit?", "when was the lamp lit?"),
        ("Thanks! how tall is it?", "how tall is it?"),
        ("Bonjour, quand le phare fut-il allumé ?", "quand le phare fut-il allumé ?"),
        ("merci, et le deuxième ?", "et le deuxième ?"),
        ("你好，灯塔建于哪一年？", "灯塔建于哪一年？"),
        ("您好請問燈塔在哪裡", "請問燈塔在哪裡"),
        ("Hello, Dolly! was written by whom?", "Hello, Dolly! was written by whom?"),
        ("hello kitty was made by whom", "hello kitty was made by whom"),
        ("Good Morning Vietnam: who directed it?", "Good Morning Vietnam: who directed it?"),
        ("hello", "hello"),
    ],
)
def test_a_greeting_before_a_question_is_left_out(typed: str, asked: str) -> None:
    assert after_greeting(typed) == asked


@pytest.mark.parametrize("typed", ["How does it work?", "Comment ça marche ?", "怎么用？"])
def test_what_goes_on_from_a_question_is_a_follow_up(typed: str) -> None:
    assert heard(typed) is not None
    assert heard(typed, follows=True) is None


@pytest.mark.parametrize(
    ("language", "text", "tongues", "words"),
    [
        ("en", "French document", {"fr"}, ""),
        ("en", "texts in Chinese", {"zh"}, ""),
        ("en", "traditional Chinese file", {"zh-Hant"}, ""),
        ("en", "French economy", set(), "French economy"),
        ("fr", "documents en anglais", {"en"}, ""),
        ("fr", "version française", {"fr"}, ""),
        ("zh", "法文文件", {"fr"}, ""),
        ("zh", "德语的那份文件", {"de"}, ""),
        ("zh", "繁體中文文件", {"zh-Hant"}, ""),
        ("en", "harbour report", set(), "harbour"),
    ],
)
def test_the_language_of_a_document_is_understood(
    language: str, text: str, tongues: set[str], words: str
) -> None:
    meant = target(text, language)

    assert meant.tongues == tongues
    assert meant.words == words


@given(texts())
def test_whatever_is_typed_is_heard_without_an_error_and_keeps_its_places(text: str) -> None:
    said = heard(text)

    assert len(alike(text)) == len(text)
    assert after_greeting(text) in text
    assert said is None or said.family in {"en", "fr", "zh"}


@given(
    st.sampled_from([one for act in SAID for one in each(SAID[act])]), st.sampled_from("!?。！ …~")
)
def test_punctuation_and_capitals_change_nothing(typed: str, ending: str) -> None:
    before, after = heard(typed), heard(f"  {typed.upper()}{ending} ")

    assert before is not None
    assert after is not None
    assert after.act is before.act


@pytest.mark.parametrize("text", ["中国外交政策", "文库建设的进展", "用水管理"])
def test_parts_of_chinese_words_are_not_taken_for_words_about_documents(text: str) -> None:
    assert target(text, "zh").words == text
