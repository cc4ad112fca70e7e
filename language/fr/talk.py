"""How French greets, thanks, asks what the program can do, which documents, what is in them."""

from language.fr.kinds import KINDS
from language.fr.speakers import SAID, SPEAKERS
from language.talk_rules import Act, Talk

FILES = r"(?:documents?|docs?|fichiers?|pdfs?|textes?)"
NOUNS = rf"(?:{FILES}|rapports?|articles?|dossiers?|sources?|papiers?|pages?|ouvrages?)"
STORE = (
    r"(?:collection|corpus|bibliotheque|base(?: de (?:donnees|connaissances))?|index|archives?"
    r"|fonds)"
)
TO_ME = r"(?:[- ](?:moi|nous))?"
# What stands before the thing that is summarised: de, du, des, d'.
OF = r"(?: (?:(?:de |du |des |d'|sur |dans |a propos de )(?P<of>.+)))"
SIZE = r"(?:(?:petite?|court|courte|bref|breve|rapide|tout petit) )*"
POINTS = (
    r"(?:(?:principaux|grands|points) )?(?:points(?: (?:cles?|principaux|essentiels|importants))"
    r"|idees (?:cles?|principales|essentielles)|points principaux)|(?:principaux|grands) points"
    r"|(?:principales|grandes) (?:idees|lignes)|faits (?:cles?|principaux|essentiels|marquants)"
)
DIGEST = rf"(?:resume|synthese|apercu|vue d'ensemble|condense|recapitulatif|essentiel|{POINTS})"
EVENTS = (
    r"(?:(?:tous )?(?:les |des |de l'|d')?(?:(?:principaux|grands) )?"
    r"(?:evenements|faits|dates)(?: (?:principaux|importants|marquants|cles?))?)"
)
CHRONOLOGY = (
    r"(?:chronologie|frise(?: chronologique| du temps)?|ligne du temps"
    r"|(?:ordre|liste|resume|recit|deroule(?:ment)?|apercu|tableau) chronologique"
    r"|(?:grandes|principales) dates|dates (?:cles?|importantes|marquantes|principales))"
)
IN_ORDER = (
    r"(?:(?:dans l'|par |en )ordre (?:chronologique|des dates|de dates?)|chronologiquement"
    r"|(?:classee?s? |triee?s? )?par (?:dates?|annees?))"
)
# A year or a date with one, or two of them.
IN_YEARS = (
    r"(?:(?P<of>(?:apres|depuis|avant|jusqu'en|a partir de) (?:l'annee )?\d{4})"
    r"|(?:au|durant|pendant|au cours) (?:du |le )?(?P<of>[\p{L}\d]{1,12} siecle)"
    r"|(?:en|de|durant|pendant|au cours de|entre|le|au mois de)(?: l'annee| les annees)? (?P<of>"
    r"(?:[\p{L}]+ |\d{1,2} ){0,3}\d{4}"
    r"(?:(?:\s?[-–]\s?| (?:a|et) )(?:[\p{L}]+ |\d{1,2} ){0,3}\d{4})?))"
)
# With a word that asks before it, it is a question.
THING = (
    r"(?P<of>(?!(?:qui|que|qu'|quoi|quand|ou|pourquoi|comment|combien|quels?|quelles?|est-ce"
    r"|dans quel|a quel)(?:\b|(?<='))).+?)"
)
OF_TIME = (
    rf"(?: {EVENTS})?(?: (?:de |du |des |d'|sur |dans |a propos de |concernant |pour |lors de |lors"
    r" du )(?P<of>.+))?"
)
DEALS = (
    r"(?:parlent|traitent|parle|traite|mentionnent|evoquent|abordent|concernent|citent)(?: de| du"
    r"| des| d'| les?| la)?"
)
ABOUT = (
    r"(?: (?:sur|a propos (?:de|du|des)|au sujet (?:de|du|des)|concernant|relatifs? (?:a|au|aux)"
    rf"|portant sur|en rapport avec|qui {DEALS}) ?(?P<about>.+))"
)
HAVE = (
    r"(?:[- ](?:as[- ]tu|avez[- ]vous|tu as|vous avez|on a|(?:est-ce que )?(?:tu as|vous avez)"
    r"|y a[- ]t[- ]il|il y a|sont (?:disponibles|la|indexes|charges|presents)|existent"
    r"|(?:peux[- ]tu|pouvez[- ]vous|puis[- ]je|peut[- ]on) (?:consulter|lire|interroger|utiliser)"
    r"|possedes[- ]tu|possedez[- ]vous|connais[- ]tu|connaissez[- ]vous|utilises[- ]tu"
    r"|utilisez[- ]vous)"
    r"(?: (?:ici|a disposition|en stock|dans (?:la|le|ta|ton|votre) \w+))?)"
)
SOURCES = rf"(?:(?:les|ces|vos|tes|mes|nos|differentes|differents) )*(?:{NOUNS}|temoins)"
DIFFER = (
    r"(?:se contredisent|divergent|different|s'opposent|(?:sont|ne sont) (?:en desaccord"
    r"|pas d'accord)|ne disent pas la meme chose)"
)
OVER = r"(?: (?:sur|a propos d[eu]s?|au sujet d[eu]s?|quant a|concernant) ?(?P<about>.+?))"
SPOKEN = r"(?:francais|anglais|chinois|mandarin)"

# Ce qui est nommé : huit mots au plus, sans proposition.
NAMED = (
    r"(?:l'|la |le |les |un |une |des )?(?P<about>(?:(?!(?:qui|que|quoi|dont|ou|quand|comment"
    r"|est|sont|etait"
    r"|etaient|par|et|a[- ]t[- ]il)\b)\S+ ){0,7}?[^\s,;]+)"
)
DE = r"(?:de l'|de la |des |de |du |d')"
ALL_OF = rf"(?: dans (?:tous |toutes )?(?:les |ces |mes |tes |vos |la |le )?(?:{NOUNS}|{STORE}))?"
MENTIONED = r"(?:mentionnee?s?|citee?s?|nommee?s?|evoquee?s?|mentionne)"
SPOTS = r"(?:mentions?|occurrences?|references?|endroits?|passages?|lieux|phrases?|evocations?)"

TALK = Talk(
    small={
        Act.GREETING: (
            r"(?:bien le )?bonjour|bonsoir|salut+|coucou+|bjr|slt|cc|hello|hey+|hi|allo|hola|yo"
            r"|ravie? de (?:te|vous) (?:rencontrer|connaitre)|enchantee?"
            r"|(?:comment )?(?:ca|cela) va(?: bien)?|comment (?:vas[- ]tu|tu vas|allez[- ]vous"
            r"|vous allez)"
            r"|(?:tu vas|vous allez|vas[- ]tu|allez[- ]vous) bien|quoi de neuf|(?:tu es|t'es"
            r"|vous etes|es[- ]tu|etes[- ]vous) la"
            r"|(?:il )?y a(?:[- ]t[- ]il)? (?:quelqu'un|qqn|du monde)(?: ici)?|test"
        ),
        Act.THANKS: (
            r"(?:un (?:grand|tres grand) |mille |ok )?mercis?(?: (?:beaucoup|bien|infiniment"
            r"|mille fois|encore|a (?:toi|vous)|d'avance))?"
            r"(?: (?:pour|de) (?:ton|votre|l'|la |les |tes |vos |tout|cette |ces |m'avoir )? ?"
            r"(?:aide|reponses?|informations?|infos?|renseignements?|precisions?|tout|temps"
            r"|aidee?)?)?"
            r"|je (?:te|vous) remercie(?: beaucoup)?|(?:c'est|c'etait) (?:tres |super |vraiment )?"
            r"(?:parfait|bien|gentil|note|bon|clair|tout|utile|super|genial|cool|sympa|compris|ca)"
            r"|(?:tres |bien |super )?utile"
            r"|parfait|super|genial|tres bien"
            r"|top|cool|excellent|nickel|impeccable|bravo|formidable|bien joue|(?:non )?merci"
        ),
        Act.FAREWELL: (
            r"au revoir|adieu|a (?:bientot|plus(?: tard)?|demain|la prochaine(?: fois)?"
            r"|tout a l'heure|tantot)|a\+"
            r"|bonne (?:journee|soiree|nuit|fin de (?:journee|semaine)|continuation|apres-midi)"
            r"|bon week-?end"
            r"|ciao|tchao|bye(?: bye)?|bonne"
        ),
        Act.NODDING: (
            r"ok(?:ay)?|d'accord|dac|bien recu|compris|j'ai compris|entendu|note|je vois|bien"
            r"|soit|ca marche"
        ),
        Act.WHO: (
            r"(?:raconte|dis|fais|ecris|chante|invente)(?:z)?[- ](?:moi|nous) (?:une?|des|la"
            r"|ta) (?:petite?"
            r" |bonne )?(?:blagues?|poemes?|chansons?|devinettes?|haikus?|berceuse)|fais-moi rire"
            r"|(?:tu connais|connais-tu|connaissez-vous) (?:une?|des) (?:blagues?|devinettes?)|"
            r"(?:mais )?qui (?:es[- ]tu|tu es|etes[- ]vous|vous etes)|(?:tu es|t'es|vous etes"
            r"|c'est) (?:qui|quoi)"
            r"|qu'es[- ]tu|qu'etes[- ]vous|quel est (?:ton|votre) (?:pre)?nom"
            r"|comment (?:t'appelles[- ]tu|tu t'appelles|vous appelez[- ]vous|vous vous appelez)"
            r"|(?:es[- ]tu|etes[- ]vous|tu es|t'es|vous etes|est-ce que (?:tu es|vous etes)) "
            r"(?:une? )?"
            r"(?:vraie? )?(?:robot|bot|humaine?|ia|personne|machine|chatbot|programme"
            r"|intelligence artificielle|chat ?gpt|assistant)"
            r"|presente[- ]toi|presentez[- ]vous|parle[- ](?:moi|nous) de toi|parlez[- ]moi de vous"
            r"|qui (?:t'a|vous a) (?:cree|fait|programme|concu|developpe)e?"
            r"|c'est quoi(?: (?:ca|ce(?:tte)? (?:site|outil|programme|appli(?:cation)?|truc|bot"
            r"|page|chat|chatbot|logiciel)))?"
            r"|qu'est-ce que (?:c'est(?: que (?:ca|ce(?:tte)? \w+))?|ce(?:tte)? (?:site|outil"
            r"|programme|application|page|bot|chat))"
        ),
        Act.HELP: (
            r"(?:a l')?aide(?:[- ](?:moi|nous))?|aidez[- ]?(?:moi|nous)?|au secours|"
            r"(?:j'ai )?besoin d'aide"
            r"|(?:peux[- ]tu|pouvez[- ]vous|tu peux|vous pouvez|pourrais[- ]tu|pourriez[- ]vous) "
            r"(?:m'|nous )aider"
            r"|(?:comment|en quoi) (?:peux[- ]tu|pouvez[- ]vous|tu peux|vous pouvez) (?:m'"
            r"|nous )aider"
            r"|que (?:sais|peux|fais)[- ]tu(?: faire)?(?: pour (?:moi|nous)| ici)?|que (?:savez"
            r"|pouvez|faites)[- ]vous(?: faire)?(?: pour (?:moi|nous))?"
            r"|qu'est[- ]ce que (?:tu|vous) (?:peux|sais|savez|pouvez|fais|faites)(?: faire)?"
            r"(?: pour (?:moi|nous))?"
            r"|(?:tu|vous) (?:sais|peux|savez|pouvez|fais|faites)(?: faire)? quoi|de quoi "
            r"(?:es[- ]tu|etes[- ]vous) capables?"
            r"|a quoi (?:(?:tu |vous )?(?:sers|servez|sert)(?:[- ](?:tu|vous))?|(?:ca|cela"
            r"|ceci) sert|sert (?:ce(?:tte)? )?\w+)"
            r"|comment (?:(?:ca|cela|ceci)|(?:ce(?:tte)? )(?:site|outil|programme|appli"
            r"(?:cation)?|bot|page|chat|chatbot))? ?"
            r"(?:marche|fonctionne)(?:[- ]t[- ](?:il|elle|on))?(?: ce(?:tte)? (?:site|outil"
            r"|programme|appli(?:cation)?|bot|page|chat|chatbot))?"
            r"|comment (?:fonctionnes[- ]tu|fonctionnez[- ]vous|tu (?:marches|fonctionnes)"
            r"|vous fonctionnez)"
            r"|comment (?:je |on |dois-je |puis-je |faut-il )?(?:(?:t'|vous |l')?utilise[rz]?|"
            r"(?:me |se )?servir|(?:te |vous )?poser (?:une|des|mes) questions?|(?:te "
            r"|vous )?interroger|faire)"
            r"(?: (?:de )?(?:ceci|ca|cela|ce(?:tte)? (?:site|outil|programme|appli(?:cation)?|bot"
            r"|page|chat|chatbot)))?"
            r"|mode d'emploi|(?:les )?instructions|menu|exemples?(?: de questions?)?|(?:donne"
            r"|montre)[- ]moi (?:des|un|quelques) exemples?(?: de questions?)?"
            r"|(?:que|qu'est[- ]ce que) (?:puis[- ]je|je peux|on peut|peut[- ]on) (?:(?:te "
            r"|vous )?demander|faire)(?: ici)?"
            r"|quel(?:le)?s? (?:(?:genre|type|sorte)s? de )?questions? (?:puis[- ]je|je peux"
            r"|peut[- ]on|on peut)(?: (?:te|vous))? poser"
            r"|(?:est-ce que )?(?:tu parles|parles[- ]tu|vous parlez|parlez[- ]vous"
            r"|comprends[- ]tu|comprenez[- ]vous|tu comprends) (?:le |l')?"
            rf"{SPOKEN}|quelles langues (?:parles[- ]tu|parlez[- ]vous|tu parles|vous parlez"
            rf"|comprends[- ]tu|comprenez[- ]vous)"
            r"|quelles sont (?:tes|vos) (?:capacites|fonctions|fonctionnalites|limites)"
            r"|par ou commencer"
        ),
    },
    filler=(
        r"a (?:tous|toutes|toi|vous|tout le monde)|tous|toutes|tout le monde|monsieur|madame"
        r"|mademoiselle|messieurs|mesdames"
        r"|mon ami|l'ami|cher ami|le bot|robot|assistant|svp|stp|s'il (?:te|vous) plait|alors|bon"
        r"|et|donc|encore|la|toi|vous"
        r"|aujourd'hui|bien|beaucoup|oh|eh bien|euh+|mdr|lol|cited-qa|la compagnie|les amis|oui|ici"
    ),
    apart=r"\s+",
    whole={
        Act.SAID: SAID,
        Act.SPEAKERS: SPEAKERS,
        Act.MENTIONS: (
            rf"ou (?:est|sont|etait|etaient|a ete|ont ete)(?:[- ](?:il|elle|ils|elles))?"
            rf" {MENTIONED}"
            rf" {NAMED}{ALL_OF}",
            rf"ou {NAMED} (?:est|sont|etait|etaient)(?:[- ](?:il|elle|ils|elles))?"
            rf" {MENTIONED}{ALL_OF}",
            rf"ou (?:est[- ]ce qu[e'] ?){NAMED} (?:est|sont) {MENTIONED}{ALL_OF}",
            rf"ou (?:parle[- ]t[- ]on|est[- ]il (?:question|fait mention)) {DE}{NAMED}{ALL_OF}",
            rf"ou (?:apparait|apparaissent|figure|figurent) {NAMED}{ALL_OF}",
            rf"(?:dans|a) quels? (?:{SPOTS}) (?:est|sont) {MENTIONED} {NAMED}{ALL_OF}",
            rf"(?:(?:trouve[rz]?|montre[rz]?|liste[rz]?|donne[rz]?|cherche[rz]?"
            rf"|compte[rz]?){TO_ME} )?"
            rf"(?:(?:tous|toutes) les|chaque) (?:{SPOTS})"
            rf" (?:{DE}|(?:a l'|a la |au |aux |a )|qui (?:mentionnent|nomment|citent|evoquent) )"
            rf"{NAMED}{ALL_OF}",
            rf"(?:(?:trouve[rz]?|montre[rz]?|liste[rz]?|donne[rz]?|cherche[rz]?){TO_ME} )?"
            rf"(?:tous|toutes) les (?:{SPOTS}) (?:ou|dans lesquels?) {NAMED} (?:est|sont)"
            rf" {MENTIONED}{ALL_OF}",
            rf"(?:tous|toutes) les (?:{SPOTS}) ou (?:est|sont) {MENTIONED} {NAMED}{ALL_OF}",
            rf"mentions? (?:{DE})?[\"“«'‘]?\s?{NAMED}",
            rf"combien de fois {NAMED} (?:est|sont)(?:[- ](?:il|elle|ils|elles))?"
            rf" {MENTIONED}{ALL_OF}",
        ),
        Act.DISAGREE: (
            rf"(?:ou|en quoi|sur quoi|sur quels? points?|a quel sujet|comment)(?: est-ce que)?"
            rf" {SOURCES} {DIFFER}(?:-(?:ils|elles))?{OVER}?",
            rf"(?:est-ce que )?{SOURCES} (?:{DIFFER}|sont d'accord)(?:-(?:ils|elles))?{OVER}?",
            r"(?:quel(?:le)?s (?:sont |contradictions |differences )?|(?:y a-t-il|existe-t-il)"
            r" |liste[rz]? |montre[rz]? |trouve[rz]? )?(?:les |des |de )?(?:contradictions?"
            r"|divergences?|desaccords?|incoherences?)(?: y a-t-il)?"
            rf"(?: (?:entre|dans|parmi) {SOURCES}){OVER}?",
        ),
        Act.DOCUMENTS: (
            rf"quel(?:le)?s? {NOUNS}{HAVE} ?[?,.!]+ (?:liste|listez|montre|montrez|enumere"
            rf"|enumerez|donne"
            r"|donnez)(?:[- ](?:les?|la|moi|nous|tout|tous)){1,3}(?: liste)?",
            rf"(?:sur )?quel(?:le)?s? (?:(?:sortes?|types?|genres?) de )?{NOUNS}{HAVE}{ABOUT}?",
            rf"(?:quels|lesquels de tes) {FILES}(?: {DEALS} ?(?P<about>.+))?",
            rf"quels (?:sont les )?(?P<about>{FILES} (?:sont )?(?:ecrits |rediges )?en .+)",
            rf"(?:est-ce qu(?:e |'))?(?:as[- ]tu|avez[- ]vous|tu as|vous avez|y a[- ]t[- ]il"
            rf"|il y a) quelque chose{ABOUT}",
            rf"(?:quels sont|quelles sont|c'est quoi) (?:les|tes|vos|mes|ces) (?:{FILES}|sources)"
            rf"(?: disponibles| que (?:tu as|vous avez))?{ABOUT}?",
            rf"(?:qu'est[- ]ce que|que) (?:tu as|vous avez|as[- ]tu|avez[- ]vous|il y a"
            rf"|y a[- ]t[- ]il|on a) comme {NOUNS}{ABOUT}?",
            rf"(?:tu as|vous avez|il y a|y a) quoi comme {NOUNS}{ABOUT}?",
            rf"(?:liste[rz]?|montre[rz]?|affiche[rz]?|enumere[rz]?|donne[rz]?|voir"
            rf"|cite[rz]?){TO_ME} "
            rf"(?:(?:la |une )?liste (?:complete )?(?:de |des |d'))?(?:(?:tous |toutes )?(?:les"
            rf"|tes|vos|mes|nos) )?(?:{FILES}|sources)"
            rf"(?: disponibles| que (?:tu as|vous avez)| (?:de la|du|dans la"
            rf"|dans le) {STORE})?{ABOUT}?",
            rf"(?:la |une )?liste (?:complete )?(?:des|de(?: tous)? (?:les|tes"
            rf"|vos)) {FILES}{ABOUT}?",
            r"(?:(?:les|tes|vos|tous les) )?(?:documents|fichiers|docs|sources)(?: disponibles)?",
            rf"combien (?:de |d'){FILES}{HAVE}{ABOUT}?|(?:tu as|vous avez"
            rf"|il y a) combien de {FILES}",
            rf"(?:est-ce qu(?:e |'))?(?:as[- ]tu|avez[- ]vous|tu as|vous avez|y a[- ]t[- ]il"
            rf"|il y a|existe[- ]t[- ]il)"
            rf" (?:des|un|une|quelques|d'autres) {NOUNS}{ABOUT}",
            rf"(?:qu'y a[- ]t[- ]il|il y a quoi|que contient|qu'est[- ]ce qu'il y a)(?: dans)? "
            rf"(?:la|le|ta|ton|votre|cette|ce) {STORE}",
            r"d'ou (?:viennent|proviennent|tires[- ]tu|tirez[- ]vous|sortent) (?:tes|vos|ces"
            r"|les) (?:reponses|informations|infos|donnees|sources)",
        ),
        Act.TIMELINE: (
            rf"(?:(?:fais|faites|donne[rz]?|ecris|montre[rz]?|etabli[rst]*|dresse[rz]?|trace[rz]?"
            rf"|redige|propose|presente|je (?:veux|voudrais|souhaite)|j'aimerais|faire){TO_ME} )?"
            rf"(?:(?:une?|les?|la|quelques|des) |l')?{SIZE}{CHRONOLOGY}(?: complete| detaillee)?"
            rf"{OF_TIME}",
            rf"quel(?:le)?s? (?:sont|est|fut) (?:(?:les|le|la) |l'){CHRONOLOGY}{OF_TIME}",
            r"(?:que s'est[- ]il passe|qu'est[- ]ce qui s'est passe|il s'est passe quoi),?"
            r"(?: et)? quand(?: (?:dans |a |au |aux |lors de |lors du |pendant |chez |avec |pour )"
            r"(?P<of>.+))?",
            r"(?:que s'est[- ]il passe|qu'est[- ]ce qui s'est passe|ce qui s'est passe)"
            r"(?: (?:dans |a |au |aux |lors de |lors du |pendant |chez |avec )(?P<of>.+?))?"
            rf",? {IN_ORDER}",
            rf"(?:(?:liste[rz]?|montre[rz]?|donne[rz]?|classe[rz]?|range[rz]?|raconte[rz]?"
            rf"|presente[rz]?){TO_ME} )?{EVENTS}(?: (?:de |du |des |d'|sur |dans )(?P<of>.+?))?"
            rf",? {IN_ORDER}",
            rf"{THING},? {IN_ORDER}",
            r"(?:raconte[rz]?(?:[- ](?:moi|nous))? )?(?:l'|une? (?:courte |breve )?)?"
            r"(?:histoire|historique) (?:de la |de l'|de |du |des |d')(?P<of>.+)",
            r"(?:qu'est[- ]il arrive|que s'est[- ]il passe) (?:a |au |aux |avec |dans |pour )"
            r"(?P<of>.+?),? et quand",
            r"(?:que s'est[- ]il passe|qu'est[- ]ce qui s'est passe|il s'est passe quoi)"
            rf" {IN_YEARS}",
            rf"(?:(?:liste[rz]?|montre[rz]?|donne[rz]?){TO_ME} )?{EVENTS} {IN_YEARS}",
        ),
        Act.OVERVIEW: (
            rf"(?:resume[rz]?|synthetise[rz]?|recapitule[rz]?|condense[rz]?){TO_ME}(?: "
            rf"(?P<of>.+))?",
            rf"(?:(?:fais|faites|donne[rz]?|ecris|ecrivez|fournis|redige|propose|presente|je "
            rf"(?:veux|voudrais|souhaite)|j'aimerais|faire|fait){TO_ME} )?"
            rf"(?:(?:une?|les?|la|quelques|des) |l')?{SIZE}{DIGEST}{OF}?",
            rf"quel(?:le)?s? (?:sont|est) (?:(?:les|le|la) |l')(?:{POINTS}|essentiel){OF}?",
            r"(?:(?P<of>.+?),? )?en (?:bref|resume|quelques (?:mots|phrases|lignes))",
        ),
        Act.CONTENTS: (
            r"de quoi (?:est[- ]ce que )?(?:parlent|parle|traitent|traite)(?:[- ]t[- ](?:il|elle"
            r"|on))? (?P<of>.+)",
            r"de quoi (?:est[- ]ce que )?(?P<of>.+?) (?:parlent|parle|traitent|traite)(?:[- ]"
            r"(?:t[- ])?(?:ils?|elles?|on))?",
            r"de quoi (?:est[- ]il question|s'agit[- ]il|il s'agit)(?: dans (?P<of>.+))?",
            r"(?P<of>.+?) (?:parlent|parle|traitent|traite) de quoi",
            r"(?:que|qu'est[- ]ce que) (?:disent|dit|contiennent|contient|racontent|raconte) "
            r"(?P<of>(?!.*\b(?:sur|au sujet|a propos|concernant)\b).+?)(?: en (?:gros|general"
            r"|bref))?",
            r"qu'est[- ]ce qu(?:e |')(?P<of>.+?) (?:disent|dit|contiennent|contient|racontent"
            r"|raconte)",
            r"(?:qu'y a[- ]t[- ]il|il y a quoi|qu'est[- ]ce qu'il y a)(?: ecrit)? dans (?P<of>.+)",
            r"(?:quel est|c'est quoi) (?:le (?:contenu|sujet|theme|propos)|l'objet) (?:de |du "
            r"|des |d')(?P<of>.+)",
            r"(?:decri[st]|presente[rz]?|decrire|parle[rz]?[- ]moi (?:de|du|des)|decrivez)"
            r"(?:[- ]moi)? (?P<of>.+)",
        ),
    },
    polite=(
        r"s'il (?:te|vous) plait|svp|stp|(?:peux|pourrais)[- ]tu|(?:pouvez|pourriez)[- ]vous|tu "
        r"(?:peux|pourrais)|vous (?:pouvez|pourriez)"
        r"|(?:est-ce que )(?:tu peux|vous pouvez)|(?:me|m'|nous)|je (?:veux|voudrais|souhaite"
        r"|souhaiterais)(?: que tu)?|j'aimerais"
        r"|alors|bon|maintenant|et|ok|merci de|veuillez"
    ),
    polite_after=(
        r"(?:,? ?(?:s'il (?:te|vous) plait|svp|stp|merci(?: d'avance)?|pour moi|brievement"
        r"|rapidement))"
        r"|(?:,? en (?:quelques|deux|trois|quatre|cinq|\d+) (?:mots|phrases|lignes|points))"
    ),
    begins=(
        r"(?:qui|que|qu'|quoi|quand|ou|pourquoi|comment|combien|quels?|quelles?|est-ce|y a"
        r"|de quoi|dans|a quel|en quelle"
        r"|peux|pouvez|pourrais|pourriez|je (?:veux|voudrais|cherche)|resume|liste|donne|montre"
        r"|dis|trouve|compare|lequel|laquelle)\b"
    ),
    nouns=rf"\b(?:{NOUNS}|{STORE})\b",
    beside=(
        r"les?|la|l'|des?|du|d'|une?|sur|a propos|au sujet|concernant|relatifs? aux?|parlant"
        r"|qui parlent?"
    ),
    aside=(
        r"\b(?:tous?|toutes?|entiere?s?|complete?s?|ensemble|ceci|cela|ca|ici|tout ca|version"
        r"|versions|contenus?|disponibles?"
        r"|que tu as|que vous avez|intitulee?s?|appelee?s?|nommee?s?|datee?s?|celui|celle|ceux|ci"
        r"|dans|en|chaque|texte)\b"
    ),
    tongue=r"{name}e?s?",
    in_tongue=(
        r"\b(?:{noun}|versions?|celui|celle|ceux) (?:sont )?(?:(?:ecrite?s?|redigee?s?) )?(?:en )?"
        r"(?:langue )?(?:{tongue})\b"
    ),
    tongues={
        "zh-Hans": "chinois(?:e)? simplifiee?",
        "zh-Hant": "chinois(?:e)? traditionnel(?:le)?",
        "zh": "mandarin",
    },
    leaning=(
        r"comment (?:ca|cela) (?:marche|fonctionne)|a quoi (?:ca|cela) sert|c'est quoi"
        r"|qu'est-ce que c'est|c'est qui"
        r"|de quoi (?:s'agit[- ]il|il s'agit|ca parle|est[- ]il question)"
    ),
    from_then=r"\b(?:apres|depuis|a partir)\b",
    up_to_then=r"\b(?:avant|jusqu'en)\b",
    kinds=KINDS,
)
