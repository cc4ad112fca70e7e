"""Conversations for the follow-up rules: each turn after all before, and how it is understood."""

from __future__ import annotations

ENGLISH = """
What is anaemia?
What are the main causes? > What are the main causes of anaemia?
What happens if it goes untreated? > What happens if anaemia goes untreated?
Can it be cured? > Can anaemia be cured?

What is a heat exchanger?
How do they work? > How do heat exchangers work?
What type is best for cooling? > What type of heat exchangers is best for cooling?

Tell me about the Burke and Wills expedition.
What were the plants that they collected? > What were the plants that Burke and Wills collected?
How did Aboriginal people help them? > How did Aboriginal people help Burke and Wills?
What was the purpose of the expedition? > What was the purpose of the Burke and Wills expedition?

What is cyanite?
What is sapphirine?
What do they have in common? > What do cyanite and sapphirine have in common?

What are virtual machines?
What are the main types of VMs? > What are the main types of virtual machines?
How big is a VM image?

What is there to see in Washington D.C.?
When do the museums in DC open? > When do the museums in Washington D.C. open?
"""
FRENCH = """
Qu'est-ce que le diabète de type 2 ?
Quels sont les symptômes ? > Le diabète de type 2 : quels sont les symptômes ?
Quels sont les principaux traitements ? > Le diabète de type 2 : quels sont les principaux traitements ?
Y a-t-il des effets secondaires ? > Le diabète de type 2 : y a-t-il des effets secondaires ?
Et les causes ? > Les causes du diabète de type 2 ?
Est-il héréditaire ? > Le diabète de type 2 : est-il héréditaire ?

À quoi sert une pompe à chaleur ?
Combien coûte-t-elle ? > Une pompe à chaleur : combien coûte-t-elle ?
Quels sont les inconvénients ? > Une pompe à chaleur : quels sont les inconvénients ?
Quel modèle est le meilleur ? > Une pompe à chaleur : quel modèle est le meilleur ?

Quand la médiathèque ouvre-t-elle le samedi ?
Et le dimanche ? > Quand la médiathèque ouvre-t-elle le dimanche ?
Et la piscine ? > Quand la piscine ouvre-t-elle le dimanche ?
Peut-on y manger ? > La piscine : peut-on y manger ?

Combien de jours de congé ont les salariés ?
Et les stagiaires ? > Combien de jours de congé ont les stagiaires ?

Que sont les éoliennes en mer ?
Comment fonctionnent-elles ? > Les éoliennes en mer : comment fonctionnent-elles ?
Et les risques ? > Les risques des éoliennes en mer ?
Sont-elles bruyantes ? > Les éoliennes en mer : sont-elles bruyantes ?

Qui dirige l'Organisation mondiale de la santé ?
Où est le siège de l'OMS ? > Où est le siège de l'Organisation mondiale de la santé ?

C'est quoi le compostage ?
Combien de temps cela prend-il ? > Le compostage : combien de temps cela prend-il ?
Y a-t-il des odeurs ? > Le compostage : y a-t-il des odeurs ?
Lequel est le meilleur ? > Le compostage : lequel est le meilleur ?

Qui a construit le pont de Brooklyn ?
Quelle est sa longueur ? > Le pont de Brooklyn : quelle est sa longueur ?
Et celle du pont de Manhattan ? > Le pont de Manhattan : quelle est sa longueur ?
Quand a-t-il ouvert ? > Le pont de Manhattan : quand a-t-il ouvert ?

Qui a écrit la notice ?
De quand date-t-elle ? > La notice : de quand date-t-elle ?

Comment remplacer une chaudière à bois ?
Quels sont les avantages possibles ? > Une chaudière à bois : quels sont les avantages possibles ?
Pourquoi ? > Une chaudière à bois : pourquoi ?

Quand la boutique en ligne a-t-elle ouvert ?
Et celle de Metz ? > Quand la boutique en ligne a-t-elle ouvert – Metz ?

Quelles sont les étapes du compostage ?
Et les conditions ? > Quelles sont les conditions du compostage ?
"""
SIMPLIFIED = """
什么是青光眼？
症状有哪些？ > 青光眼的症状有哪些？
怎么治疗？ > 青光眼怎么治疗？
有副作用吗？ > 青光眼有副作用吗？
它会遗传吗？ > 青光眼会遗传吗？
主要类型有哪些？ > 青光眼的主要类型有哪些？
哪种最常见？ > 青光眼哪种最常见？

图书馆几点开门？
周末呢？ > 周末：图书馆几点开门？
几点关门？ > 图书馆几点关门？

怎么更换滤芯？
多久换一次？ > 滤芯多久换一次？
要多少钱？ > 滤芯要多少钱？
电池呢？ > 电池要多少钱？
它能用多久？ > 电池能用多久？

公司的年假有多少天？
实习生呢？ > 实习生的年假有多少天？

第一届论坛的主题是什么？
有多少国家参加？ > 第一届论坛有多少国家参加？
第三届呢？ > 第三届论坛有多少国家参加？
那次谁致辞了？ > 第三届论坛谁致辞了？
那届的主题是什么？ > 第三届论坛的主题是什么？
成果有哪些？ > 第三届论坛的成果有哪些？

肺炎有哪些症状？
这种病会传染吗？ > 肺炎会传染吗？
怎么预防？ > 肺炎怎么预防？
有疫苗吗？ > 肺炎有疫苗吗？

谁写了这份报告？
什么时候发表的？ > 这份报告什么时候发表的？
它的结论是什么？ > 这份报告的结论是什么？

太阳能板的寿命是多久？
价格呢？ > 太阳能板的价格是多少？
缺点有哪些？ > 太阳能板的缺点有哪些？

博物馆在哪里？
门票多少钱？ > 博物馆的门票多少钱？

年假怎么计算？
哪些人可以申请？ > 年假哪些人可以申请？
最多可以请几天？ > 年假最多可以请几天？
要什么材料？ > 年假要什么材料？

这款洗衣机怎么清洁？
多久清洁一次？ > 这款洗衣机多久清洁一次？
需要哪些工具？ > 这款洗衣机需要哪些工具？

这个社区有哪些活动？
可以报名吗？ > 这个社区可以报名吗？
那里有停车场吗？ > 这个社区有停车场吗？
"""
TRADITIONAL = """
什麼是青光眼？
症狀有哪些？ > 青光眼的症狀有哪些？
怎麼治療？ > 青光眼怎麼治療？
會遺傳嗎？ > 青光眼會遺傳嗎？
主要類型有哪些？ > 青光眼的主要類型有哪些？

如何申請育嬰假？
需要哪些文件？ > 育嬰假需要哪些文件？
最長可以請多久？ > 育嬰假最長可以請多久？

熱泵有什麼優點？
缺點呢？ > 熱泵的缺點是什麼？
它的價格是多少？ > 熱泵的價格是多少？
哪種最適合小房子？ > 熱泵哪種最適合小房子？

誰設計了這座橋？
它有多長？ > 這座橋有多長？
什麼時候建成的？ > 這座橋什麼時候建成的？

圖書館週末開放嗎？
那裡有停車場嗎？ > 圖書館有停車場嗎？

什麼是堆肥？
需要多久？ > 堆肥需要多久？
有臭味嗎？ > 堆肥有臭味嗎？
好處有哪些？ > 堆肥的好處有哪些？
哪種最好？ > 堆肥哪種最好？

水費怎麼繳？
最晚什麼時候繳？ > 水費最晚什麼時候繳？
可以分期嗎？ > 水費可以分期嗎？
有優惠嗎？ > 水費有優惠嗎？

第二屆高峰會的主題是什麼？
有多少人參加？ > 第二屆高峰會有多少人參加？
第三屆呢？ > 第三屆高峰會有多少人參加？
那屆在哪裡舉行？ > 第三屆高峰會在哪裡舉行？

社區中心幾點開門？
週末呢？ > 週末：社區中心幾點開門？
幾點關門？ > 社區中心幾點關門？
需要預約嗎？ > 社區中心需要預約嗎？

流感疫苗有什麼副作用？
有風險嗎？ > 流感疫苗有風險嗎？
哪些人可以打？ > 流感疫苗哪些人可以打？
要多少錢？ > 流感疫苗要多少錢？

這份合約什麼時候生效？
有副本嗎？ > 這份合約有副本嗎？
誰可以簽？ > 這份合約誰可以簽？

渡輪幾點開？
要多少錢？ > 渡輪要多少錢？
可以帶狗嗎？ > 渡輪可以帶狗嗎？
"""


def turns(conversations: str) -> list[tuple[str, str, str]]:
    """Return (the questions before as understood, a line each; what is asked; what it should be).

    A line without an understood question is one that should stay as it is.
    """
    told = []
    for block in conversations.strip().split("\n\n"):
        first, *lines = block.split("\n")
        before = [first]
        for line in lines:
            asked, _, understood = line.partition(" > ")
            told.append(("\n".join(before), asked, understood or asked))
            before.append(understood or asked)
    return told
