"""French words for searching, and for telling French from other languages."""

from language.rules import Words

WORDS = Words(
    denials=(
        r"\b(?:ne|non|sans|aucune?s?|jamais|ni|nul(?:le)?s?|rien|refus\w+|rejet\w+|fau(?:x|sse)s?)\b"
        r"|\bannul\w+|\bn['’]"
    ),
    happening=r"\b(?:a|ont|eut|eurent) (?:eu )?lieu\b|\bs['’]est (?:tenue?|déroulée?)\b",
    joining=(
        r"\b(?:compt(?:e|ent|ait|aient)|poss[eè]d(?:e|ent)|dispos(?:e|ent)|mesur(?:e|ent|ait)"
        r"|atteint|s['’][eé]l[eè]ve(?:nt)?|au total)\b"
    ),
    acts=r"\b(?:lieu|\p{L}+(?:é|i|u|is|it|ert)e?s?) $",
    place=r"(?:à (?:la |l['’])?|au |aux |en |dans (?:le |la |les |l['’])?)$",
    doer=r"\bpar (?:le |la |les |l['’])?$",
    opposites=(
        "augmenté/diminué augmente/diminue augmentation/diminution hausse/baisse gagné/perdu"
        " gagne/perd accepté/refusé adopté/rejeté adoptée/rejetée approuvé/rejeté soutient/combat"
        " soutenu/combattu fondé/dissous fondée/dissoute créé/supprimé créée/supprimée ouvert/fermé"
        " ouverte/fermée construit/détruit construite/détruite autorisé/interdit"
        " autorisée/interdite"
        " légal/illégal acheté/vendu importations/exportations importé/exporté avant/après"
        " plus/moins premier/dernier première/dernière nord/sud est/ouest commencé/terminé"
        " commence/finit réussite/échec réussi/échoué né/mort née/morte nommé/révoqué"
        " majorité/minorité"
    ),
    empty=(
        # articles, pronouns
        "le la les l un une des du d au aux ce c cet cette ces cela il ils elle elles on je j tu"
        " nous vous me m te t se s lui leur leurs eux moi toi y en mon ma mes ton ta tes son sa ses"
        " notre nos votre vos"
        # prepositions, conjunctions
        " de à a dans par pour sur avec et ou mais si que qu qui quoi"
        # être, avoir
        " est sont suis es sommes êtes était étaient étais étions étiez sera seront serai seras"
        " serons serez serait seraient fut furent soit soient étant été être ai as ont avons avez"
        " avait avaient avais avions aviez aura auront aurait auraient eut eurent ait aient ayant"
        " eu avoir"
        # what else asks or fills
        " combien comment lequel laquelle lesquels lesquelles où pourquoi quand quel quelle quelles"
        " quels ne n pas même"
    ),
    # l'eau, qu'il; but aujourd'hui, O'Brien, don't.
    equivalents=(
        "résilier=quitter=annuler=démissionner prix=tarif=coût=coûter=cotisation=payer"
        " horaires=ouvert=ouverture=heures enfants=enfant=mineurs commencer=débuter"
        " louer=emprunter=prêter réparer=restaurer interdit=défendu permis=autorisé=admis=accepté"
        " entrée=billet=admission médecin=docteur"
    ),
    elided="c d j l m n s t qu jusqu lorsqu puisqu quoiqu",
    attributed=(
        r"(?:\b(?:selon|d['’]après|suivant)|\baux dires d[eu]) [^,;.]*?(?=[,;.]|$)"
        r"|, (?:comme )?(?:l['’])?(?:\p{L}+ ){0,6}?(?:dit|disait|indique|affirme|affirmait|écrit"
        r"|écrivait|précise|note|rapporte|annonce)\b[^.]*"
        r"|^(?:[\p{L}'’.-]+ ){1,6}?(?:dit|indique|affirme|écrit|précise|note|rapporte|annonce"
        r"|soutient) qu(?:e|['’])"
    ),
    limiting=r"(?:pour|en|pendant|durant|par|dès|après|avant|avec|sans)",
    between=r"(?:de la|du|des|de l['’]|de|le|la|les)",
    modified="after",
    titles=(
        r"capitaine|docteur|docteure|dr|monsieur|m|madame|mme|mademoiselle|mlle|maître|me|professeur"
        r"|professeure|pr|président|présidente|ministre|sénateur|sénatrice|gouverneur|maire|général"
        r"|colonel|commandant|lieutenant|sergent|amiral|inspecteur|père|frère|sœur|mère|saint|sainte"
        r"|abbé|roi|reine|prince|princesse|juge|ambassadeur|ambassadrice|directeur|directrice"
    ),
    articles=r"\b(?:le|la|les|l|un|une|des|du|de|d)\b",
    opening=r"(?:où|qui|quels?|quelles?|quand|comment|combien|pourquoi)\b",
    divisions={
        "article": r"article|art\.?",
        "chapter": r"chapitre|chap\.",
        "section": r"section|sect\.",
        "paragraph": r"paragraphe|alinéa",
    },
)
