"""Small documents about one coast: some agree, some contradict, some speak of different things."""

from __future__ import annotations

FILES = {
    "agree/guide.txt": "The lighthouse of Pen-Men was lit in 1839. The lighthouse of Pen-Men is 32 metres tall.\n",
    "agree/leaflet.txt": "A walk along the coast. The Pen-Men lighthouse is 32 metres tall and painted white.\n",
    "agree/phare.txt": "Le phare de Pen-Men fut allumé en 1839. Le phare de Pen-Men est haut de 32 mètres.\n",
    "feet/pilot.txt": "From an old pilot book. The lighthouse of Pen-Men is 105 feet tall.\n",
    "differ/parish.txt": "The bell of Sainte-Foy was cast in 1512. The bell of Sainte-Foy weighs 840 kilograms.\n",
    "differ/sexton.txt": "Notes on the tower. The bell of Sainte-Foy weighs 910 kilograms, the sexton told us.\n",
    "apart/2017.txt": "The first harbour forum met in Brest in 2017. The first forum drew 1,500 guests.\n",
    "apart/2019.txt": "The second harbour forum met in Brest in 2019. The second forum drew 6,000 guests.\n",
    "bridges/all.txt": "跨海大橋全長36公里。老石橋全長120公尺。鐵索橋全長85公尺。\n",
    "copies/hans.txt": "海岛图书馆藏书约十二万册，周一闭馆。海岛图书馆于1902年由渔民捐款建成，馆内设有海图室。\n",
    "copies/hant.txt": "海島圖書館藏書約十二萬冊，週一閉館。海島圖書館於1902年由漁民捐款建成，館內設有海圖室。\n",
}
