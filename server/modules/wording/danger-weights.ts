/** What the labelled messages for tuning taught: made by learning.test.ts, never by hand (`-u` writes it anew). */
export const bias = -0.39;
export const weights = `
#1_minu:0.39 #1_ml:0.18 #2:0.66 #2_aspi:0.34 #2_de:0.16 #2_minu:-0.48 #2_ml:0.18 #2_sema:0.30 #2_week:0.27 #3:1.05
#4:-0.28 a_acab:0.35 a_bit:-0.20 a_bunc:-0.18 a_char:-0.15 a_comp:-0.18 a_copy:-0.24 a_feve:0.22 a_gun:0.17
a_hear:0.23 a_las:-0.18 a_lot:0.22 a_nadi:0.21 a_pad:0.33 a_prop:0.37 a_quie:-0.34 a_refi:-0.28 a_seiz:0.22
a_stif:0.33 a_stro:0.37 a_visi:-0.16 abou:-0.54 abou_a:-0.44 abou_my:-0.18 abou_the:-0.19 abre:-0.45 abre_a:-0.20
abue:0.39 abue_esta:0.33 abus:0.43 abus_at:0.17 acab:0.35 acci:0.57 acos:0.16 addr:-0.24 adul:0.31 afra:0.40
afra_of:0.26 afte:0.61 afte_the:0.35 agar:0.30 agar_aire:0.26 agra:-0.36 agra_por:-0.15 ahog:0.21 air:0.56 aire:0.67
alar:0.15 algu:0.49 aliv:0.30 all:0.36 all_over:0.21 alma:-0.19 alon:-0.89 alon_with:-0.40 am_goin:0.44 am_i:-0.31
am_on:0.17 amar:0.26 ambu:1.19 amen:0.38 an:1.00 an_ambu:0.71 an_appo:-0.19 an_hour:0.25 and:1.23 and_a:0.29
and_he:0.24 and_his:0.24 and_hit:0.22 and_its:0.19 and_need:-0.44 and_the:0.25 and_wont:0.17 angi:0.55 anno:-0.58
anoc:0.70 answ:-0.18 ante:-0.80 ante_del:-0.24 anti:0.58 any:0.38 any_more:0.21 anym:0.27 apag:-0.42 apla:-0.21
appo:-1.12 appo_at:-0.17 are_blue:0.20 are_you:-0.17 area:0.29 arm:0.50 arms:0.18 arou:0.33 arte:0.37 as:-0.21
asil:0.48 asma:0.38 asth:0.32 asus:-0.40 at_#2:0.16 at_home:0.35 at_me:-0.60 at_nigh:0.35 ataq:0.26 ate:0.39 atta:0.21
auth:-0.16 auto:-0.39 away:-0.97 away_on:-0.33 ayer:-0.26 ayun:-0.28 azuc:0.37 azul:0.18 babe:0.18 baby:1.07
baby_move:0.24 baby_stop:0.20 baby_went:0.27 back:-0.29 back_is:-0.19 bad:0.33 badl:0.33 baja:0.29 bare:0.54
bari:-0.29 bast:-0.40 batt:0.28 be:0.29 be_bett:0.17 beat_me:0.25 bebe:0.76 bebe_se:0.25 bebi:0.72 beca:-0.21
been:-0.32 beep:-0.55 befo:-0.57 bein:0.57 bein_abus:0.17 beni:-0.22 bett:0.34 betw:-0.44 bien:-0.55 bien_a:-0.17
bien_desd:-0.21 bill:-0.69 bit:-0.20 blac:0.63 blan:-0.42 blea:0.33 blee:1.36 bloo:1.02 blue:0.52 boca:0.54 bols:0.42
both:-0.30 bott:0.19 bott_of:0.19 boy:-0.31 boyf:0.40 braz:0.84 braz_de:0.32 brea:1.47 brea_sinc:0.21 brot:-0.17
buil:-0.43 bunc:-0.18 buri:-0.35 burn:0.61 by:0.44 by_a:0.30 cabe:0.24 cada:0.34 cade:0.30 cafe:-0.27 caid:0.42
caja:-0.42 call:0.43 call_#3:0.43 call_back:-0.25 call_me:0.36 camb:-0.44 camb_mi:-0.40 came:0.15 cami:0.25 can:-0.88
can_i:-1.04 can_see:0.30 can_we:-0.21 canc:-0.33 cann:0.24 cant:0.56 cant_brea:0.29 cant_see:0.18 cant_stop:-0.31
cant_wake:0.18 car:-0.20 cara:0.52 carb:0.46 carb_mono:0.46 card:-0.29 care:0.73 carg:-0.29 cari:-0.34 carr:0.27
cart:-0.50 casa:0.54 casi:0.19 cayo:0.15 cere:-0.21 cert:-0.52 chan:-0.49 char:-0.40 chec:-0.22 chem:-0.21 ches:1.39
ches_is:0.17 ches_pain:0.21 chil:0.18 chil_ward:-0.16 choc:-0.16 chok:0.39 chor:0.25 cinc:-0.25 ciru:-0.62 cita:-1.08
clas:-0.62 clea:0.23 clin:0.40 clin_de:-0.29 clot:0.43 coll:0.31 come:-0.56 comi:0.59 como:-0.57 como_glob:0.18
comp:-0.34 comp_the:-0.35 con_esta:0.18 con_la:-0.23 con_mi:-0.45 con_sus:-0.24 con_un:0.17 conf_and:0.23 conm:-0.29
cons:0.15 cont:0.47 conv:0.58 copa:-0.34 copi:-0.41 copi_de:-0.41 copy:-0.24 copy_of:-0.24 cora:0.70 corr:-0.28
cort:0.32 cost:-0.37 coug:0.21 coul:-0.30 coul_the:-0.34 coun:-0.36 cpap:-0.16 creo:0.87 creo_que:0.87 cual:-0.27
cuan:-0.79 cuan_me:-0.15 cuar:0.16 cuar_#1:-0.30 cuch:0.36 cuel:0.46 cuen:-1.17 cues:0.31 cues_resp:0.20 curi:-0.41
cut:0.27 cutt:0.17 da:0.24 dad:0.59 dan:-0.51 dan_gana:0.18 dano:0.19 dari:-0.32 daug:0.19 day:-0.35 days:0.18
de:-0.28 de_#2:0.21 de_espe:-0.22 de_luga:-0.18 de_mas:0.26 de_pens:0.18 de_repe:0.47 de_sang:0.21 de_su:-0.17
de_un:0.24 de_vacu:-0.25 dead:0.25 deat:-0.17 deba:0.15 debi:0.21 debo:-0.82 debo_deja:-0.34 dejo_de:0.46 del:-0.59
del_cora:0.20 del_pabe:-0.22 deli:-0.24 dema:0.25 dere:0.35 desa:0.42 desd:0.83 desd_anoc:0.21 desd_el:0.39
desd_ento:-0.26 desd_hace:0.18 dese:-0.42 desk:-0.21 desm:0.35 desm_en:0.16 desp:1.08 desp_del:0.18 devu:-0.25
dia:-0.44 dias:0.19 dice:0.54 dice_que:0.37 die:0.66 died:-0.56 diet:-0.32 diff:-0.36 digo:-0.27 dio:0.23 dio_un:-0.37
dire:-0.52 disa:0.53 disc:-0.25 dist:-0.63 do:-0.59 do_i:-0.38 do_you:-0.23 doct:-0.33 does:-0.61 does_that:-0.26
does_the:-0.21 dog:0.27 dolo:0.66 dolo_de:0.35 dolo_en:0.21 dona:-0.30 dond:-0.34 dond_esta:-0.22 dont_unde:-0.25
dont_want:0.43 door:0.40 dos:-0.32 dos_dias:0.28 dos_vece:0.20 down:0.49 dr:-0.20 dran:0.73 drin:-0.20 droo:0.42
drow:0.22 due:-0.30 duel:0.26 dura:-0.54 durm:0.17 duro:-0.44 dyin:0.71 edif:-0.65 el:-0.29 el_aire:0.33 el_asil:0.48
el_asma:0.38 el_bebe:0.25 el_braz:0.46 el_cora:0.40 el_cuar:-0.20 el_cuel:0.22 el_doct:-0.28 el_dolo:0.18 el_lado:0.16
el_lune:-0.42 el_mart:-0.24 el_moni:-0.22 el_para:-0.22 el_pech:0.71 el_vier:-0.22 el_ya:-0.16 eliq:0.27 emba_y:0.16
emer:0.75 empe:0.40 empt:0.23 en:0.27 en_#2:0.26 en_el:0.49 en_la:0.50 en_las:0.36 en_los:0.51 en_una:-0.42 enco:0.33
encu:0.25 end:0.27 end_it:0.21 enfe:-0.58 ente:-0.52 ente_a:-0.37 enti:-0.34 ento:-0.26 entr:-0.36 equi:-0.16 es:-0.78
es_como:0.50 es_la:0.22 es_mi:-0.23 es_un:-0.21 esca:0.46 escu:-0.39 ese:-0.24 esos:-0.36 espa:0.33 espe:-0.33
espo:0.30 espo_me:0.39 espo_tien:0.17 esta:0.40 esta_ahog:0.21 esta_bien:-0.37 esta_cuen:-0.58 esta_es:-0.37
esta_la:-0.31 esta_mejo:0.21 este:-0.58 esto:-0.31 esto_bien:-0.26 esto_es:-0.21 esto_mole:-0.43 esto_muri:0.56
esto_muy:-0.20 ever:0.37 ever_woul:0.31 ex:0.38 exam:0.56 exij:-0.47 expe:-0.49 expl:-0.71 extr:-0.19 eyes:-0.55
face:0.54 fact:-0.37 fair:-0.25 fall:-0.88 falt:0.25 falt_el:0.33 fami:-0.59 farm:-0.24 fast:-0.17 fax:-0.25
fech:-0.19 feel:0.75 feel_in:0.28 feel_like:0.24 felt:0.24 felt_the:0.24 ferr:-0.15 feve:0.60 fieb:0.61 fieb_de:0.34
find:0.16 fine:0.29 fire:-0.32 fix:0.15 floo:-0.16 foll:-0.41 for:-0.70 for_a:0.23 for_air:0.41 for_an:-0.29
for_ever:-0.23 for_my:-0.23 for_one:-0.30 for_the:-0.25 for_two:0.35 form:-0.47 fras:0.25 fras_de:0.22 free:-0.37
frid:-0.22 from:0.21 from_his:0.32 fron:-0.18 fue:-0.64 fuen:0.31 gana:0.23 gana_de:0.39 gasp:0.26 gave:0.38 get:-0.27
gett:0.31 gett_hard:0.18 gift:-0.18 glob:0.18 go:0.65 goin:0.75 goin_to:0.64 golp:0.38 grac:-0.83 grac_por:-0.55
gran:0.25 grat:-0.21 grat_for:-0.21 grav:0.24 gros:-0.24 grou:-0.33 gun:0.17 habl:0.44 hace:-0.17 hace_dos:0.16
hace_el:0.21 hace_un:-0.17 hace_una:0.17 had:-0.51 had_a:0.22 haga:0.24 half:0.20 hand:0.64 hang:0.28 hard_to:0.22
has:-0.31 has_a:0.16 have:0.35 have_felt:0.24 have_had:-0.25 have_to:-0.28 havi:0.80 havi_a:0.52 hay:-1.25 he:1.35
he_has:-0.28 he_was:0.34 head:0.44 hear:0.60 hear_atta:0.38 hear_is:0.40 heav:0.33 her:0.30 here:-0.26 heri:0.16
hes:0.37 hi:0.59 hija:0.68 hijo_se:0.27 hims:0.25 hinc:0.20 his:0.56 his_face:0.16 his_lips:0.20 hit:0.20 hits:0.50
hits_me:0.32 hizo:-0.27 hoja:-0.30 hoja_de:-0.29 hold:-0.27 home:1.04 hope:0.29 hope_i:0.29 hora:-0.43 hot:0.26
hot_oil:0.26 hour:0.26 how:-0.72 how_do:-0.15 how_to:-0.38 hurt:0.82 husb:0.41 husb_has:0.15 husb_is:0.50 i_am:0.20
i_brin:-0.25 i_can:0.55 i_cann:0.25 i_do:0.34 i_get:-0.31 i_got:-0.48 i_just:0.22 i_live:-0.29 i_need:-0.20
i_only:-0.35 i_take:-0.25 i_thin:0.42 i_took:0.35 i_want:0.23 i_was:0.17 i_will:0.26 i_woul:0.25 id:-0.80
id_like:-0.34 if_i:0.35 if_its:-0.28 im_#2:0.26 im_a:-0.16 im_afra:0.26 im_dyin:0.49 im_goin:0.45 im_very:-0.16
in:0.30 in_room:-0.31 incr:-0.33 indi:-0.21 infa:0.34 inha:0.36 inst:0.21 inte:0.30 into:0.65 inye:0.16 ir:-0.47
irse:0.58 is_#2:-0.18 is_bloo:0.25 is_chok:0.30 is_droo:0.25 is_gett:0.15 is_goin:0.18 is_havi:0.26 is_in:-0.26
is_kill:-0.18 is_my:-0.43 is_not:0.36 is_slur:0.26 is_swel:0.31 is_that:-0.30 is_the:-0.37 is_ther:-0.91 is_unac:-0.25
isnt:0.60 it:-0.22 it_all:0.22 its:-0.30 ive:-0.28 izqu:0.29 jaja:-0.57 jara:0.20 just:0.32 just_want:0.25 keep:-0.26
kid:0.38 kidn:-0.35 kidn_ston:-0.35 kids:-0.54 kill_myse:0.29 la:-0.48 la_abue:0.21 la_boca:0.54 la_cabe:0.22
la_cafe:-0.33 la_cara:0.52 la_clin:-0.29 la_cuid:0.55 la_de:-0.33 la_enco:0.30 la_escu:-0.30 la_fuen:0.31 la_heri:0.16
la_mana:0.41 la_nari:0.16 la_noch:0.18 la_pagi:-0.62 la_panz:0.30 la_para:-0.24 la_past:0.28 la_pier:0.28
la_quim:-0.16 la_sema:0.34 la_vida:0.37 labi:0.44 lado:0.53 las_dos:-0.27 las_mano:0.15 las_past:0.46 last:0.29
last_mont:-0.41 last_nigh:0.58 le:1.16 le_teng:0.16 leav_it:-0.24 left:0.44 left_arm:0.19 leg:0.23 les_agra:-0.21
lett:-0.62 lie:0.17 life:0.63 like_a:0.30 like_i:-0.17 like_this:0.24 like_to:-0.24 lips:0.27 lips_are:0.20 liqu:-0.25
list:-0.65 litt:0.30 live:0.60 lleg:-0.55 llen:0.46 llev:-0.32 lo:-0.58 los:-0.70 los_labi:0.44 los_ojos:-0.26
lost:-0.21 lost_my:-0.36 lot_of:-0.20 luga:-0.36 lune:-0.42 mal:0.28 mama:-0.23 mana:0.33 mane:0.41 mano:0.30
many_tabl:-0.16 marc_en:0.27 mark:0.16 mark_on:0.16 mart:-0.23 mas:1.05 mata:0.69 may:-0.21 me:0.45 me_amen:0.38
me_and:-0.61 me_cort:0.23 me_cues:0.25 me_da:0.24 me_dan:-0.51 me_deja:0.16 me_dejo:-0.31 me_devu:-0.19 me_dio:0.27
me_esto:0.48 me_falt:0.31 me_golp:0.19 me_like:-0.43 me_muer:0.34 me_pega:0.24 me_quie:0.30 me_romp:0.32 me_saca:-0.18
me_tien:-0.26 me_tome:0.65 me_va:0.16 me_with:0.15 medi:-0.30 mejo:0.21 mejo_sin:0.21 mes:-0.15 meta:0.35 mete:0.35
meth:0.32 mi_bebe:0.45 mi_doct:-0.23 mi_espo:0.30 mi_herm:0.22 mi_hija:0.68 mi_hijo:0.49 mi_nino:0.34 mi_novi:0.38
mi_papa:0.25 mi_pare:0.19 mi_relo:-0.21 mi_segu:-0.33 mi_vida:0.24 mied:0.22 mied_a:0.16 mil:-0.27 mil_grac:-0.27
minu:0.89 mis:-0.36 mis_resu:-0.30 misc:0.18 miss:-0.18 ml:0.18 mome:0.17 mond:-0.36 moni:-0.64 moni_del:-0.22
mono:0.59 mont:-0.43 mora:0.40 more:0.52 morg:0.28 mori:0.64 morn:0.41 moth_is:0.35 mout:0.63 move_my:-0.34 much:0.46
much_el:0.16 much_insu:0.21 much_sang:0.25 muer:0.62 muev:0.18 musi:-0.36 mutu:-0.32 muy:-0.49 muy_agra:-0.15
muy_mal:0.28 muy_sola:-0.40 my:0.24 my_appo:-0.27 my_arm:0.33 my_baby:0.44 my_back:-0.19 my_boyf:0.40 my_brea:0.16
my_car:-0.33 my_ches:0.62 my_fath:0.40 my_gran:-0.25 my_insu:-0.45 my_kid:0.38 my_left:0.28 my_life:0.29 my_medi:-0.28
my_moth:-0.20 my_mout:0.16 my_neck:0.15 my_paym:-0.42 my_pill:0.20 my_resu:-0.26 my_righ:-0.20 my_room:0.39
my_sist:0.20 my_son:0.51 my_sons:-0.25 my_stit:0.44 my_todd:0.31 my_tong:0.28 my_wate:0.24 myse:1.10 nadi:-0.26
nari:0.16 nece:-0.69 neck:0.54 need:-1.33 need_a:-0.56 need_his:-0.33 need_the:-0.23 negr:0.43 neig:0.28 nerv:-0.30
neve_wake:0.19 new:-0.68 ni:-0.17 nigh:0.55 nina_se:0.27 nino:0.28 nino_se:0.34 no:0.62 no_desp:0.28 no_enti:-0.34
no_esto:0.17 no_me:0.34 no_one:-0.23 no_para:0.15 no_pued:0.89 no_quie:0.46 no_resp:0.17 no_se:-0.47 no_veo:0.23
nobo:-0.67 noch:0.34 nomb:-0.28 noor:-0.57 norm:-0.26 nos:-0.29 nose:0.17 not:0.28 not_resp:0.15 noth:0.30 novi:0.38
nues:-0.44 nuev:-0.89 nuev_hora:-0.34 numb:-0.20 nunc:-0.31 nurs:-0.53 nurs_was:-0.21 o:-0.19 obse:-0.21 of:0.85
of_a:0.34 of_her:-0.37 of_my:0.19 offi:-0.23 oil:0.26 ojo:0.28 ojos:-0.43 on:0.41 on_mond:-0.35 on_my:0.33 on_one:0.27
on_satu:0.42 one_side:0.30 only:-0.17 open:-0.23 open_on:-0.27 open_to:-0.19 oper:-0.17 or:0.17 otra:-0.42 our:0.23
out:0.25 out_at:0.25 out_for:0.26 out_in:0.25 out_to:-0.42 outr:-0.30 over:0.34 oxig:0.43 oxyg:0.46 pabe:-0.35
pad:0.33 pad_ever:0.33 padr:-0.44 pagi:-0.63 pago:-0.43 pain:0.72 pain_in:0.24 palp:0.36 panz:0.30 papa:0.68
papa_se:0.19 pape:-0.38 para:0.24 para_de:0.23 para_disc:-0.29 para_la:-0.39 para_resp:0.36 park:-0.48 part:0.86
pasa:-0.35 pass:0.20 pass_away:-0.33 pass_out:0.41 past:0.54 past_de:0.18 past_del:0.33 pay:-0.23 paym:-0.59 pech:1.01
pech_que:0.18 pech_y:0.19 pega:0.65 pego:0.16 pend:-0.25 pens:0.40 pens_en:0.40 peop:0.19 peor:0.40 perd:0.32
perd_a:-0.62 perd_la:0.20 perd_much:0.17 pers:-0.69 phar:-0.26 phon:-0.59 phys:-0.16 pick:-0.34 pick_up:-0.34
pied:-0.35 pier:0.31 pill:0.27 pinc:0.23 pira:-0.18 plac:-0.26 plat:0.27 plea:-1.17 plea_remo:-0.18 plea_tell:-0.17
plea_writ:-0.33 pode:-0.37 pone:-0.58 popo:0.28 por:-0.60 por_la:0.32 por_una:-0.30 porq:-0.48 prec:-0.47
preg_and:0.24 preo:-0.45 prio:-0.16 prio_auth:-0.16 prop:0.53 prue:-0.26 prue_de:-0.26 pued:-0.37 pued_habl:0.30
pued_resp:0.53 pued_veni:-0.21 puls:-0.56 puls_de:-0.41 punt:-0.32 pusi:-0.42 pusi_un:-0.21 puso:0.25 que:-0.83
que_es:0.18 que_esta:0.16 que_le:0.16 que_lo:-0.22 que_no:0.26 que_se:0.25 que_sign:-0.28 qued:0.44 quem:0.71
quem_grav:0.24 quic:0.37 quie_el:-0.37 quie_la:-0.36 quie_mata:0.39 quie_mori:0.43 quie_que:0.39 quie_quit:0.53
quie_vivi:0.34 quim:-0.20 quit_la:0.41 radi:-0.36 rape:0.56 raro:0.21 ray:-0.21 razo:0.23 reac:0.68 read:-0.52
real:-0.23 reas:0.29 reas_to:0.29 rece:-0.63 reco:-0.53 rect:0.40 red:0.46 refi:-0.38 rega:-0.48 relo:-0.21 remo:-0.32
repa:-0.39 repe:0.37 repe_no:0.31 repo:-0.43 reso:-0.20 resp:1.20 resp_por:0.53 resu:-1.02 retu:-0.19 reun:-0.60
revi:-0.59 righ_arm:-0.23 ring:-0.15 rino:-0.35 rojo:0.56 romp:0.49 romp_la:0.41 room:-0.31 room_#1:-0.37 sabe:-0.29
saca:-0.18 safe:0.25 safe_at:0.25 sala:-0.59 sali:-0.41 sang:1.70 sang_por:0.31 satu:0.32 says:0.17 scan:-0.29
scar:-0.20 scar_of:-0.35 scar_to:0.30 sche:-0.39 scre:-0.57 se:0.99 se_cayo:0.23 se_como:-0.50 se_desm:0.35
se_desp:0.34 se_esta:0.21 se_inye:0.16 se_le:0.19 se_lo:-0.40 se_muev:0.18 se_nos:-0.55 se_pued:-0.41 se_puso:0.37
se_que:-0.29 se_qued:0.27 se_quie:0.27 se_romp:0.32 se_sali:-0.37 se_tomo:0.46 se_trag:0.36 see:0.29 segu:-0.17
seiz:0.43 send:-0.17 sent:0.34 set:-0.34 sexu:0.90 sham:-0.22 she:1.77 she_has:0.33 she_is:0.57 shee:-0.16 shes:0.29
shin:-0.31 shoo:0.29 shoo_up:0.36 shou:-0.27 si_es:-0.27 sick:-0.40 side:0.63 siem:0.36 sien:0.38 sien_muy:-0.25
sien_que:0.30 sigu:-0.68 sin:0.65 sinc:0.25 sinc_we:-0.27 sinc_yest:0.25 six:-0.24 slot:-0.33 slur:0.57 so:-0.34
soak:0.31 sobr:0.44 sola:-0.63 sola_con:-0.37 some:0.70 some_is:0.22 some_my:0.33 sons:-0.25 spee:0.22 spee_is:0.22
spra:0.46 stab:0.35 stai:0.48 star:0.34 sten:-0.21 sten_en:-0.21 stif:0.39 stif_neck:0.39 stil:-0.35 ston:-0.35
stoo:0.21 stop:0.17 stop_the:-0.23 stro:0.37 su:-1.24 su_list:-0.17 sube:0.18 subi:-0.16 suci:0.35 sudd:0.51
sudd_conf:0.25 suga:0.28 suic:0.89 surg:-0.76 swal:0.64 swal_a:0.36 swea:0.44 swel:0.37 swol:0.15 tabl:0.30 take:0.27
taki:-0.16 talk_to:-0.25 tan:-0.40 tan_nerv:-0.20 tard:-0.22 tele:-0.71 tell_me:0.20 temp:0.23 teng:0.73 teng_#2:0.18
teng_el:-0.15 teng_mied:0.40 teng_que:-0.21 teng_un:0.33 teng_una:0.20 term:0.50 test:-0.25 than:-0.45 than_you:-0.36
that:-0.83 the:-0.94 the_baby:0.44 the_cafe:-0.22 the_care:0.59 the_chil:-0.28 the_fair:-0.25 the_form:-0.22
the_grou:-0.36 the_mout:0.28 the_nurs:-0.31 the_on:-0.21 the_pain:-0.18 the_phon:-0.15 the_quic:0.37 the_stai:0.48
the_surg:-0.32 the_the:-0.21 the_wait:-0.23 the_whol:0.17 them:-0.38 then:-0.30 ther:-0.35 ther_a:-0.65 ther_an:-0.25
ther_is:0.42 thes:-0.49 they:-0.79 thin:0.92 thin_abou:0.52 thin_im:0.22 this:-0.29 this_bill:-0.30 this_is:-0.31
this_morn:0.24 thos:-0.24 thre:0.23 thre_to:0.25 thro:0.75 thro_a:0.16 thro_up:0.25 thur:-0.49 tiem:0.41 tien:0.25
tien_el:0.20 tien_la:0.28 tien_los:0.18 tire:-0.19 to_be:0.16 to_brea:0.19 to_die:0.29 to_end:0.52 to_ever:-0.19
to_hurt:0.26 to_kill:0.43 to_live:0.59 to_me:-0.73 to_my:-0.53 to_the:-0.35 toal:0.25 tobi:0.23 toca:-0.40 todd:0.35
todo:0.50 told:-0.30 toma:-0.54 tome:0.65 tomo:0.29 tomo_un:0.19 tong:0.28 toni:0.23 too:0.24 too_much:0.24 took:0.82
took_my:0.17 took_too:0.30 torc:-0.27 tos:0.21 trae:-0.18 trag:0.47 tras:0.24 trie:0.17 trie_to:0.17 tris:-0.33
tues:-0.23 turn_blue:0.42 twic:0.44 two:-0.19 two_days:0.33 tyle:0.34 un:0.39 un_cuch:0.36 un_derr:0.56 un_infa:0.45
un_lado:0.24 un_sten:-0.21 una:0.67 una_ambu:0.48 una_caja:-0.42 una_sobr:0.54 una_toal:0.25 unac:-0.25 uno:0.22
up:0.61 up_to:0.17 upda:-0.48 uplo:-0.26 urge:-0.47 uste:-0.49 va:0.61 va_a:0.50 vaci:0.18 vacu:-0.43 vale:0.42
vece:0.33 veci:0.30 vend:-0.28 veni:-0.21 veo:0.68 ver:-0.27 vida:0.26 vida_en:-0.18 vide:-0.25 vier:-0.24 visi:-0.55
vivi:0.97 vivo:0.24 voce:0.53 voic:0.32 voic_tell:0.26 volu:0.17 volv:0.17 vomi:0.56 vomi_sang:0.17 voy:0.55
voy_a:0.54 wait:-0.69 wait_room:-0.28 wake:0.54 wake_her:0.25 wake_up:0.23 walk:-0.75 want_my:-0.40 want_to:0.60
ward:-0.23 was:-0.31 was_rape:0.56 was_told:-0.35 wate:0.55 wate_brok:0.55 way:0.54 we:-0.49 we_buri:-0.35 weak:0.20
webs:-0.38 well:-0.18 went:0.99 went_numb:0.28 what:-1.01 what_a:-0.18 what_do:0.27 what_is:0.23 when_i:0.24
when_is:-0.20 wher:-0.15 whic:-0.73 who:-0.34 whol:0.19 will:0.57 will_be:-0.15 with:-0.27 with_a:0.37 with_me:-0.21
with_the:-0.39 with_this:0.19 wont:0.72 word:0.33 worr:-0.21 wors:0.27 woul:0.84 woul_be:0.38 woun:0.18 writ:-0.27
y:1.11 y_ahor:-0.17 y_el:0.17 y_la:-0.24 y_me:0.46 y_nece:-0.29 y_no:0.22 y_sigu:-0.15 y_tien:0.23 y_ya:0.23 ya:-0.66
ya_esta:-0.23 ya_me:-0.29 ya_no:0.29 year:-0.69 yest:0.21 you:-1.59 you_do:0.57 you_for:-0.31 you_have:-0.36
your:-1.41 your_park:-0.19
`;
