"""Dialogues for the follow-up rules, by language: each turn, and how it should be understood."""

from __future__ import annotations

# Each block is a dialogue: the first question, then what is asked and how it is understood.
ENGLISH = """
What was the theme of the first forum?
And the second one? > What was the theme of the second forum?
Where was it held? > Where was the second forum held?
When did it end? > When did the second forum end?
How many came? > The second forum: how many came?
And the third? > The third forum: how many came?

When did the second Belt and Road Forum end?
What was its theme? > What was the theme of the second Belt and Road Forum?
And who attended? > The second Belt and Road Forum: who attended?

How many people live in Germany?
What about France? > How many people live in France?
And in Italy? > How many people live in Italy?
How about Japan? > How many people live in Japan?

What is the population of Germany?
And the capital? > What is the capital of Germany?
And France? > What is the capital of France?

When was Albert Einstein born?
And Marie Curie? > When was Marie Curie born?
Where did she die? > Where did Marie Curie die?

How many ships came in 2017?
And in 2019? > How many ships came in 2019?
In 2021? > How many ships came in 2021?
What about May 2020? > How many ships came in May 2020?

How many ports signed the pact with Orle?
And fishing companies? > How many fishing companies signed the pact with Orle?

When did the bridge open?
And the tunnel? > When did the tunnel open?
Who designed it? > Who designed the tunnel?

Where was the forum held?
And the second one? > Where was the second forum held?

Who opened the first conference in Geneva?
And the second forum? > Who opened the second forum in Geneva?
And in Vienna? > Who opened the second forum in Vienna?

Who is the head of the fund?
When was she born? > When was the head of the fund born?

What was the 3rd prize?
And the 2nd? > What was the 2nd prize?

Who wrote "The Waste Land"?
And "Four Quartets"? > Who wrote "Four Quartets"?
When was it published? > When was "Four Quartets" published?

Which countries signed the treaty?
When? > The treaty: when?
What was the purpose? > What was the purpose of the treaty?

How many ships sailed from France to Germany?
And from Italy? > How many ships sailed from Italy to Germany?

How many guests came on 14 May 2017?
And on 15 May 2017? > How many guests came on 15 May 2017?
And in June? > How many guests came in June 2017?

What does the report say about water quality?
And air quality? > What does the report say about air quality?

Who won the World Cup in 1998?
and the Euro? > Who won the Euro in 1998?

Where was the 2017 climate conference held?
And the 2018 one? > Where was the 2018 climate conference held?
What did it decide? > What did the 2018 climate conference decide?

How many schools are there in the district?
What about hospitals? > How many hospitals are there in the district?
And the neighbouring district? > How many hospitals are there in the neighbouring district?

What is the boiling point of ethanol?
And methanol? > What is the boiling point of methanol?
And the freezing point? > What is the freezing point of methanol?

Who painted "The Night Watch"?
Where is it kept? > Where is "The Night Watch" kept?
When was he born? > "The Night Watch": when was he born?

How much did Spain spend on health in 2010?
And on education? > How much did Spain spend on education in 2010?
And Portugal? > How much did Portugal spend on education in 2010?

When does the library open on Mondays?
And on Sundays? > When does the library open on Sundays?
When does it close? > When does the library close?

Tell me about solar panels.
And the disadvantages? > The disadvantages of solar panels?

Tell me about the history of paper.
What are the main types? > What are the main types of paper?

What is anaemia?
Is it contagious? > Is anaemia contagious?
What are the symptoms? > What are the symptoms of anaemia?

Is green tea healthy?
Does it help with colds? > Does green tea help with colds?

Who is the author of the report?
And the title? > What is the title of the report?

Where was the forum held?
And the second forum? > Where was the second forum held?

When did the Belt and Road Forum end?
What about France? > When did the Belt and Road Forum end – France?

Who signed the Treaty of Paris?
And the Treaty of Rome? > Who signed the Treaty of Rome?

How many libraries are there in Lyon?
In Marseille? > How many libraries are there in Marseille?

How much is a wheel alignment for the Cassius?
What about an inspection? > How much is an inspection for the Cassius?
And the Lyra? > How much is an inspection for the Lyra?

How much is the cleaning of a carpet in Leeds?
And a sofa? > How much is the cleaning of a sofa in Leeds?

When does the market open on Saturdays?
What about the bakery? > When does the bakery open on Saturdays?

How long is the lease on the flat?
What about the garage? > How long is the lease on the flat – the garage?

How much does a tyre change cost?
What about a service? > How much does a service cost?
How long does that take? > A service: how long does that take?

When does the pool open on weekdays?
And at weekends? > When does the pool open at weekends?
Is there parking there? > The pool: is there parking there?

How do heat pumps work?
Describe some of their drawbacks. > Describe some of heat pumps’ drawbacks.

How do heat pumps work?
What happens if they freeze? > What happens if heat pumps freeze?

Why did Vermeer choose blue?
What are his best paintings? > What are Vermeer’s best paintings?

Is the Harbour Bridge open?
When was this bridge built? > When was the Harbour Bridge built?

What do barley bread and rye bread have in common?
Are there any side effects? > Barley bread and rye bread: are there any side effects?
"""
FRENCH = """
Quel était le thème du premier forum ?
Et le deuxième ? > Quel était le thème du deuxième forum ?
Où a-t-il eu lieu ? > Le deuxième forum : où a-t-il eu lieu ?
Et le troisième sommet ? > Le troisième sommet : où a-t-il eu lieu ?
Combien de pays y ont participé ? > Le troisième sommet : combien de pays y ont participé ?

Combien d'habitants compte l'Allemagne ?
Et la France ? > Combien d'habitants compte la France ?
Quelle est sa capitale ? > La France : quelle est sa capitale ?
Qu'en est-il du Japon ? > Le Japon : quelle est sa capitale ?

Combien de visiteurs sont venus en Allemagne en 2017 ?
Et en 2019 ? > Combien de visiteurs sont venus en Allemagne en 2019 ?
Et en France ? > Combien de visiteurs sont venus en France en 2019 ?
Et le Japon ? > Combien de visiteurs sont venus au Japon en 2019 ?

Qui a construit la tour Eiffel ?
Quand a-t-elle été inaugurée ? > La tour Eiffel : quand a-t-elle été inaugurée ?

Quel est le nom du fonds ?
Et la taille ? > Quelle est la taille du fonds ?
Combien ? > Le fonds : combien ?

Où le forum a-t-il eu lieu ?
Et le deuxième ? > Où le deuxième forum a-t-il eu lieu ?
Et quel était son thème ? > Le deuxième forum : quel était son thème ?
Et la durée ? > La durée du deuxième forum ?
Qui l'a organisé ? > Le deuxième forum : qui l'a organisé ?

Quel est le nom du fonds ?
Et le musée ? > Quel est le nom du musée ?

Combien d'écoles compte la région ?
Et les hôpitaux ? > Combien d’hôpitaux compte la région ?

Qu'est-ce que la photosynthèse ?
Et la respiration ? > Qu'est-ce que la respiration ?

Combien de pays ont signé l'accord en mai 2017 ?
Et en juin ? > Combien de pays ont signé l'accord en juin 2017 ?

Quelle est la capitale de l'Italie ?
Et du Portugal ? > Quelle est la capitale du Portugal ?
Et de la Norvège ? > Quelle est la capitale de la Norvège ?

Quand Victor Hugo est-il né ?
Et Émile Zola ? > Quand Émile Zola est-il né ?
Où est-il mort ? > Émile Zola : où est-il mort ?

Qui a écrit « Germinal » ?
Et « Nana » ? > Qui a écrit « Nana » ?
En quelle année a-t-il été publié ? > « Nana » : en quelle année a-t-il été publié ?

Quel est le prix du billet pour les adultes ?
Et pour les enfants ? > Quel est le prix du billet pour les enfants ?
Et le dimanche ? > Quel est le prix du billet pour les enfants le dimanche ?

Quel pays a accueilli le forum en 2017 ?
Quel en était le thème ? > Le forum : quel en était le thème ?
Qui y a prononcé un discours ? > Le forum : qui y a prononcé un discours ?

Qui dirige le fonds ?
Depuis quand le dirige-t-il ? > Le fonds : depuis quand le dirige-t-il ?
Quel est son montant ? > Le fonds : quel est son montant ?

Quelle entreprise exploite la ligne 4 ?
Et la ligne 14 ? > Quelle entreprise exploite la ligne 14 ?
Depuis quand ? > La ligne 14 : depuis quand ?
Combien de stations compte-t-elle ? > La ligne 14 : combien de stations compte-t-elle ?

Qui dirigeait la première expédition ?
Et la seconde ? > Qui dirigeait la seconde expédition ?
Combien ont participé ? > La seconde expédition : combien ont participé ?

Combien coûte une vidange pour la Cassius ?
Et un contrôle ? > Combien coûte un contrôle pour la Cassius ?
Et pour la Lyra ? > Combien coûte un contrôle pour la Lyra ?

Quand ferme le marché le samedi ?
Et la boulangerie ? > Quand ferme la boulangerie le samedi ?

Combien coûte une vidange ?
Combien de temps cela prend-il ? > Une vidange : combien de temps cela prend-il ?
C'est garanti ? > Une vidange : c'est garanti ?

Où se trouve le musée de la mine ?
Peut-on y manger ? > Le musée de la mine : peut-on y manger ?
Est-il ouvert le lundi ? > Le musée de la mine : est-il ouvert le lundi ?
"""
SIMPLIFIED = """
第一届论坛的主题是什么？
那第二届呢？ > 第二届论坛的主题是什么？
它在哪里举行？ > 第二届论坛在哪里举行？
有多少人参加？ > 第二届论坛有多少人参加？
那第三个呢？ > 第三届论坛有多少人参加？
主题是什么？ > 第三届论坛的主题是什么？
那地点呢？ > 第三届论坛的地点是什么？

德国有多少人口？
那法国呢？ > 法国有多少人口？
意大利呢？ > 意大利有多少人口？
首都是哪里？ > 意大利的首都是哪里？

2017年有多少游客来访？
那2019年呢？ > 2019年有多少游客来访？
2020呢？ > 2020年有多少游客来访？

谁设计了港珠澳大桥？
它有多长？ > 港珠澳大桥有多长？
那青马大桥呢？ > 青马大桥有多长？
该大桥什么时候通车？ > 青马大桥什么时候通车？

爱因斯坦是哪一年出生的？
那牛顿呢？ > 牛顿是哪一年出生的？
他在哪里去世？ > 牛顿在哪里去世？

论坛在哪里举行？
那第二届呢？ > 第二届论坛在哪里举行？
其主题是什么？ > 第二届论坛的主题是什么？
第三届？ > 第三届论坛的主题是什么？

《红楼梦》的作者是谁？
那《西游记》呢？ > 《西游记》的作者是谁？

上海有多少人口？
那北京呢？ > 北京有多少人口？
面积呢？ > 北京的面积是多少？

第二届“一带一路”国际合作高峰论坛什么时候结束？
谁主持了它？ > 谁主持了第二届“一带一路”国际合作高峰论坛？
那么它什么时候开始？ > 第二届“一带一路”国际合作高峰论坛什么时候开始？

首届展览会有多少人参观？
那第二届呢？ > 第二届展览会有多少人参观？
最后一届呢？ > 最后一届展览会有多少人参观？

这座图书馆有多少册藏书？
什么时候建成的？ > 这座图书馆什么时候建成的？

三峡大坝是什么时候建成的？
有多高？ > 三峡大坝有多高？
花了多少钱？ > 三峡大坝花了多少钱？
葛洲坝呢？ > 葛洲坝花了多少钱？

报告对水质有什么结论？
那空气质量呢？ > 空气质量：报告对水质有什么结论？

苹果公司的总部在哪里？
微软呢？ > 微软的总部在哪里？
它的创始人是谁？ > 微软的创始人是谁？

法国在2017年出口了多少葡萄酒？
那2018年呢？ > 法国在2018年出口了多少葡萄酒？
那西班牙呢？ > 西班牙在2018年出口了多少葡萄酒？

Lyra洗车多少钱？
那打蜡呢？ > Lyra打蜡多少钱？

银行星期六几点关门？
邮局呢？ > 邮局星期六几点关门？

换轮胎多少钱？
那保养呢？ > 保养多少钱？
周末呢？ > 周末：保养多少钱？

图书馆几点开门？
那里可以吃饭吗？ > 图书馆可以吃饭吗？
怎么去那里？ > 怎么去图书馆？

什么是住房公积金？
这有什么好处？ > 住房公积金有什么好处？
"""
TRADITIONAL = """
第一屆論壇在哪裡舉行？
那第二屆呢？ > 第二屆論壇在哪裡舉行？
主題是什麼？ > 第二屆論壇的主題是什麼？
它什麼時候結束？ > 第二屆論壇什麼時候結束？

德國有多少人口？
那法國呢？ > 法國有多少人口？
首都是哪裡？ > 法國的首都是哪裡？

2017年有多少遊客來訪？
那2019年呢？ > 2019年有多少遊客來訪？

誰設計了臺北101？
它有多高？ > 臺北101有多高？

愛因斯坦是哪一年出生的？
那牛頓呢？ > 牛頓是哪一年出生的？
他在哪裡去世？ > 牛頓在哪裡去世？

《紅樓夢》的作者是誰？
那《西遊記》呢？ > 《西遊記》的作者是誰？

首屆展覽會有多少人參觀？
那第二屆呢？ > 第二屆展覽會有多少人參觀？

第三屆論壇的主題是什麼？
誰出席了？ > 第三屆論壇誰出席了？
那地點呢？ > 第三屆論壇的地點是什麼？

這座圖書館有多少冊藏書？
什麼時候建成的？ > 這座圖書館什麼時候建成的？

法國在2017年出口了多少葡萄酒？
那2018年呢？ > 法國在2018年出口了多少葡萄酒？

這條鐵路全長多少？
什麼時候開工？ > 這條鐵路什麼時候開工？
那條公路呢？ > 那條公路什麼時候開工？

泰國的首都是哪裡？
越南呢？ > 越南的首都是哪裡？
那貨幣呢？ > 越南的貨幣是什麼？

圖書館星期一幾點開門？
星期天呢？ > 圖書館星期天幾點開門？
它幾點關門？ > 圖書館幾點關門？

馬祖列島由多少個島嶼組成？
面積是多少？ > 馬祖列島的面積是多少？

第二屆論壇有多少國家參加？
第一屆呢？ > 第一屆論壇有多少國家參加？
其主題是什麼？ > 第一屆論壇的主題是什麼？

Lyra更換電池多少錢？
那維修呢？ > Lyra維修多少錢？

郵局週末幾點關門？
那銀行呢？ > 銀行週末幾點關門？

圖書館幾點開門？
那裡可以吃飯嗎？ > 圖書館可以吃飯嗎？
這有什麼好處？ > 圖書館有什麼好處？
"""
ACROSS = """
What was the theme of the first forum?
Et le deuxième ? > What was the theme of the second forum?
那第三届呢？ > What was the theme of the third forum?
Où a-t-il eu lieu ? > The third forum : où a-t-il eu lieu ?

第一届论坛在哪里举行？
And the second one? > 第二届论坛在哪里举行？
Et le troisième ? > 第三届论坛在哪里举行？
When did it end? > When did 第三届论坛 end?

How many people live in Germany?
Et la France ? > How many people live in France?
那意大利呢？ > How many people live in Italy?

德國有多少人口？
What about France? > 法國有多少人口？

Où le premier forum a-t-il eu lieu ?
And the second one? > Où le deuxième forum a-t-il eu lieu ?
它的主题是什么？ > le deuxième forum 的主题是什么？
"""


def turns(dialogues: str) -> list[tuple[str, str, str]]:
    """Return (the question before as understood, what is asked, what it should be)."""
    told = []
    for block in dialogues.strip().split("\n\n"):
        before, *lines = block.split("\n")
        for line in lines:
            asked, understood = line.split(" > ")
            told.append((before, asked, understood))
            before = understood
    return told
