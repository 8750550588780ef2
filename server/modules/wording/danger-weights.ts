/** What the labelled messages for tuning taught: made by learning.test.ts, never by hand (`-u` writes it anew). */
export const bias = -1.04;
export const weights = `
#1_minu:0.41 #1_ml:0.20 #2:0.71 #2_aspi:0.38 #2_de:0.22 #2_minu:-0.38 #2_ml:0.20 #2_sema:0.42 #2_week:0.48 #2_y:0.18
#3:1.36 #3_and:0.20 #4:-0.23 a:0.16 a_acab:0.43 a_bit:-0.17 a_copy:-0.22 a_dond:0.18 a_feve:0.36 a_gun:0.32
a_hear:0.25 a_knif:0.29 a_las:-0.21 a_litt:-0.22 a_lot:0.40 a_mi:0.21 a_nadi:0.24 a_pad:0.31 a_plan:0.28 a_pone:-0.20
a_prop:0.40 a_ques:-0.19 a_quie:-0.56 a_refi:-0.21 a_seco:0.16 a_seiz:0.29 a_stif:0.44 a_stro:0.43 a_vide:0.17
a_walk:-0.24 abou:-0.43 abou_a:-0.39 abou_my:-0.18 abou_the:-0.21 abre:-0.36 abre_a:-0.17 abue:0.37 abue_esta:0.16
abus:0.59 abus_at:0.31 acab:0.43 acci:0.70 acco:-0.25 acos:0.27 addr:-0.22 adul:0.35 afra:0.46 afra_of:0.21 afte:0.22
afte_the:0.39 agai:-0.43 agar:0.44 agar_aire:0.36 agra:-0.32 agua:0.41 ahog:0.27 air:0.82 aire:0.82 al_doct:0.19
al_pabe:-0.19 alar:0.20 algu:0.26 algu_podr:-0.15 aliv:0.34 all:0.38 all_day:-0.16 all_over:0.21 all_the:0.17
alon:-0.75 alon_with:-0.33 also:-0.29 am_goin:0.41 am_i:-0.23 amar:0.27 ambu:1.36 amen:0.47 an:1.08 an_ambu:0.74
an_appo:-0.15 an_hour:0.40 and:0.71 and_a:0.22 and_cant:0.17 and_feel:-0.42 and_he:0.39 and_his:0.30 and_hit:0.35
and_i:-0.27 and_im:0.17 and_its:0.29 and_may:-0.17 and_need:-0.32 and_now:0.19 and_says:0.18 and_slee:-0.54
and_swol:0.23 and_the:0.19 and_took:0.17 and_weak:0.19 and_wont:0.19 and_woul:-0.24 anes:-0.16 angi:0.61 anno:-0.45
anoc:0.78 anos:-0.50 anos_y:-0.34 answ:-0.35 ante:-0.94 ante_del:-0.18 anti:0.70 any:0.26 any_more:0.24 anym:0.48
apag:-0.31 appo:-1.02 apre:0.16 are:-0.19 are_blue:0.28 are_not:-0.15 are_you:-0.16 area:0.35 arm:0.62 arms:0.34
arou:0.37 arra:0.24 arre_el:-0.16 arte:0.45 as:-0.29 asil:0.65 asma:0.44 asth:0.43 asth_is:0.21 asus:-0.37 at:-0.20
at_#2:0.29 at_it:-0.40 at_me:-0.40 at_my:-0.31 at_nigh:0.35 at_the:0.27 at_work:0.19 ataq:0.37 ate:0.60 aten:-0.24
atta:0.34 auth:-0.15 auto:-0.32 avis:-0.24 away:-0.78 away_on:-0.22 ayun:-0.18 azuc:0.39 babe:0.24 baby:1.09
baby_move:0.32 baby_stop:0.20 baby_went:0.28 back:-0.63 back_is:-0.21 bad:0.44 badl:0.24 baja:0.31 ball:0.16 bare:0.61
bari:-0.20 bast:-0.40 batt:0.26 be:0.35 be_bett:0.39 beat:0.25 beat_me:0.26 bebe:0.78 bebe_no:0.19 bebe_se:0.29
bebe_tien:-0.16 bebi:0.84 bed:0.35 beep:-0.42 befo:-0.77 bein:0.81 bein_abus:0.31 bell:0.16 beni:-0.15 betw:-0.15
bien:-0.92 bien_y:-0.23 bill:-0.71 bit:-0.17 blac:0.93 blad:0.18 blan:-0.38 blea:0.48 blee:1.61 bloo:1.28 blue:0.52
boca:0.41 bols:0.45 borr:0.30 both:-0.34 bott:0.27 bott_of:0.27 box:-0.23 boy:-0.25 boyf:0.36 braz:1.00 braz_de:0.32
brea:1.88 brea_and:0.23 brea_sinc:0.21 brin:-0.27 brin_my:-0.15 brok:0.33 brot:-0.25 buen:-0.18 buen_dias:-0.18
buil:-0.35 buri:-0.31 burn:0.85 but:-0.20 by:0.59 by_a:0.33 cabe:0.26 cada:0.44 cade:0.24 caid:0.54 caja:-0.47
call:0.25 call_#3:0.54 call_back:-0.30 call_me:0.38 camb:-0.40 camb_mi:-0.32 cami:0.21 can:-0.68 can_i:-0.87
can_see:0.37 can_we:-0.21 canc:-0.71 cant:0.83 cant_brea:0.26 cant_see:0.22 cant_stop:-0.30 cant_wake:0.16 car:-0.22
cara:0.60 carb:0.67 carb_mono:0.67 card:-0.56 care:0.82 carg:-0.22 cari:-0.36 carr:0.37 cart:-0.58 casi:0.40
cata:-0.29 cayo:0.27 cerc:-0.39 cert:-0.46 cham:-0.19 chan:-0.42 char:-0.34 chec:-0.40 chem:-0.16 ches:1.81
ches_and:0.18 ches_pain:0.20 chil:0.30 chok:0.53 chor:0.27 cinc:-0.35 ciru:-0.42 cita:-1.02 clas:-0.59 clea:0.29
clin:0.45 clin_de:-0.33 clor:0.17 clot:0.64 cole:-0.20 coll:0.54 come:-1.05 come_alon:-0.22 come_in:-0.16
come_with:-0.44 comi:0.37 como:-0.53 como_glob:0.23 como_lleg:-0.18 como_me:-0.28 comp:-0.21 comp_the:-0.30 con:-0.15
con_el:0.24 con_esta:0.21 con_la:-0.36 con_mi:-0.29 con_noso:-0.34 con_sus:-0.21 con_un:0.22 conf:0.34 conf_and:0.31
conm:-0.52 cono:0.32 cons:0.34 cont:0.66 conv:0.80 copa:-0.32 copi:-0.42 copi_de:-0.42 copy:-0.22 copy_of:-0.22
cora:0.93 corr:-0.32 cort:0.51 cosa:0.26 cost:-0.36 coul:-0.39 coul_some:-0.16 coul_the:-0.26 coun:-0.28 creo:0.96
creo_que:0.96 cruz:-0.34 cual:-0.47 cuan:-0.82 cuan_pued:-0.16 cuan_tiem:-0.22 cuar_#1:-0.19 cuat:-0.64 cuch:0.46
cuel:0.69 cuen:-1.20 cues:0.17 cues_resp:0.23 cuid_a:-0.29 curi:-0.35 cut:0.40 cutt:0.43 da:0.34 da_un:0.17 dad:0.69
dad_is:0.17 dan:-0.32 dan_gana:0.18 dand:0.16 dand_un:0.16 dano:0.37 dari:-0.29 date:-0.17 daug:0.25 day:-0.77
day_afte:-0.26 days_and:0.26 de_#2:0.17 de_alta:0.18 de_diet:-0.19 de_espe:-0.16 de_las:-0.42 de_mas:0.39 de_pens:0.20
de_que:-0.16 de_repe:0.53 de_rued:-0.31 de_sang:0.24 de_un:0.28 de_vacu:-0.16 dead:0.54 deat:-0.19 deba:0.20
debe:-0.32 debi:0.33 debo:-0.59 debo_deja:-0.21 deja:-0.16 deja_de:0.25 dejo_de:0.57 del:-0.45 del_cora:0.30
deli:-0.19 dema:0.43 dere:0.23 derr:0.16 desa:0.58 desd:0.97 desd_anoc:0.20 desd_ayer:0.18 desd_el:0.32
desd_ento:-0.25 desd_hace:0.23 desd_que:-0.17 dese:-0.38 desk:-0.29 desm:0.51 desm_en:0.27 desp:1.10 desp_de:-0.30
desp_del:0.20 desp_en:0.23 devu:-0.43 di:0.16 dia:-0.84 dice:0.26 dice_que:0.22 die:0.84 died:-0.49 diet:-0.35
diez:-0.29 diff:-0.35 digo:-0.22 dije:-0.55 dije_que:-0.18 dio:0.33 dio_un:-0.40 dire:-0.46 disa:0.59 disc:-0.22
dist:-0.76 do:-0.51 do_i:-0.29 doct:-0.76 does:-0.52 does_that:-0.29 does_the:-0.19 dog:0.41 dolo:0.84 dolo_de:0.25
dolo_en:0.30 domi:-0.22 dona:-0.32 dond:-0.37 dond_esta:-0.17 dond_la:-0.21 dont:0.22 dont_see:0.19 dont_unde:-0.24
dont_want:0.41 door:0.34 dori:0.18 dos:-0.43 dos_dias:0.35 dos_past:-0.17 dos_vece:0.18 dose:-0.32 dosi:-0.16
down:0.61 dr:-0.35 dran:0.85 drin:-0.23 driv:-0.33 droo:0.55 drow:0.28 due:-0.26 duel:0.30 duel_la:0.18 duer:-0.47
dura:-0.41 durm:0.20 durm_el:0.15 duro:-0.28 dyin:0.77 earl:0.17 eati:0.18 edif:-0.60 ejer:-0.39 el:-0.27 el_aire:0.37
el_apar:0.22 el_asil:0.65 el_asma:0.44 el_bebe:0.31 el_braz:0.60 el_cole:-0.20 el_cora:0.54 el_cuar:-0.31 el_cuel:0.31
el_dia:-0.33 el_doct:-0.26 el_dolo:0.24 el_homb:-0.25 el_juev:-0.35 el_lado:0.22 el_lune:-0.47 el_mart:-0.29
el_mes:-0.22 el_mier:-0.26 el_mism:-0.15 el_moni:-0.19 el_ojo:0.19 el_para:-0.15 el_pech:0.87 el_port:-0.29
el_vier:-0.32 eliq:0.30 emba_y:0.20 emer:0.80 empe:0.55 empt:0.29 en_#2:0.40 en_casa:-0.57 en_el:0.15 en_juni:-0.27
en_la:0.53 en_las:0.58 en_los:0.51 en_mayo:-0.29 en_mi:0.37 en_pie:-0.21 en_una:-0.38 en_urge:-0.29 enco:0.43
encu:0.16 end:0.36 end_it:0.28 enfe:-0.51 enou:-0.38 ente:-0.26 ente_a:-0.32 enti:-0.32 ento:-0.25 entr:-0.45
entr_a:0.57 entr_is:-0.17 es:-0.68 es_como:0.54 es_la:0.19 es_mi:-0.16 es_un:-0.16 es_una:0.23 esca:0.46 escu:-0.38
ese:-0.42 ese_dia:-0.38 eso:-0.26 esos:-0.25 espa:0.18 espe:-0.33 espe_mas:-0.26 espo:0.32 espo_me:0.46 espo_tien:0.27
esta:0.56 esta_ahog:0.27 esta_bien:-0.31 esta_cuen:-0.53 esta_dand:0.16 esta_en:-0.24 esta_es:-0.28 esta_la:-0.25
esta_mejo:0.29 esta_muy:0.19 esta_sang:0.15 este:-0.39 esto_en:0.44 esto_es:-0.26 esto_mole:-0.39 esto_muri:0.60
esto_muy:-0.20 estu_en:-0.29 ever:0.64 ever_woul:0.43 ex:0.43 exam:0.29 exij:-0.55 expe:-0.47 expl:-0.52 eyes:-0.44
face:0.71 fact:-0.24 fair:-0.21 fall:-0.82 falt:0.30 falt_el:0.37 fami:-0.40 far:-0.30 farm:-0.20 fech:-0.21 feel:0.50
feel_fine:-0.51 feel_in:0.39 feel_like:0.38 fell:0.24 felt:0.32 felt_the:0.32 feve:0.86 fieb:0.86 fieb_de:0.37
fine:-0.45 fire:-0.30 firs:-0.16 fisi:-0.41 five_diff:-0.16 fix:0.17 foll:-0.34 for:-0.57 for_a:0.33 for_air:0.60
for_an:-0.27 for_ever:-0.19 for_my:-0.30 for_one:-0.20 for_peop:-0.16 for_the:-0.19 for_two:0.44 form:-0.39 foun:0.25
four:-0.44 fras:0.27 fras_de:0.21 free:-0.37 frid:-0.34 from_his:0.39 fron:-0.24 fue:-0.43 fuen:0.36 fuer:0.27
gana:0.27 gana_de:0.45 garg:0.21 garg_y:0.21 gasp:0.20 gave:0.44 gett:0.37 gett_hard:0.21 give:-0.23 glas:0.16
glob:0.23 go:0.47 goin:0.84 goin_to:0.69 golp:0.47 good:-0.20 got:0.19 grac:-0.77 grac_por:-0.49 gran:0.33 grat:-0.26
grat_for:-0.19 grav:0.31 gros:-0.17 grou:-0.19 gun:0.32 habl:0.54 hace_dos:0.21 hace_el:0.16 hace_un:-0.18
hace_una:0.19 had:-0.49 had_a:0.22 haga:0.41 half:0.17 hand:0.67 hand_is:-0.18 hang:0.36 hard:0.31 hard_to:0.25
has:-0.48 has_a:0.35 has_my:-0.51 hast:-0.45 hast_la:-0.25 hast_que:-0.20 have_a:0.31 have_an:-0.15 have_felt:0.32
have_had:-0.28 have_one:-0.20 have_the:-0.34 have_to:-0.24 havi:1.01 havi_a:0.54 hay:-1.07 hay_un:-0.18 he:1.30
he_come:-0.46 he_has:-0.15 he_is:-0.25 he_will:0.18 head:0.51 head_and:0.15 hear:0.64 hear_atta:0.37 hear_is:0.52
hear_voic:0.19 heav:0.41 her:0.51 here:-0.29 heri:0.23 herm:-0.17 hers:0.36 hes:0.51 hi:0.61 hija:0.60 hijo_se:0.25
hims:0.30 hinc:0.22 his:0.57 his_face:0.20 his_hand:0.17 his_lips:0.29 hit:0.35 hits:0.57 hits_me:0.34 hizo:-0.21
hoja:-0.52 hoja_de:-0.25 hoja_y:-0.20 hold:-0.24 home:0.54 hope:0.39 hope_i:0.39 hora:-0.29 hosp:-0.19 hot:0.33
hot_oil:0.30 hour:0.55 how:-0.87 how_do:-0.20 how_long:-0.26 how_to:-0.34 hoy:0.17 hurt:0.91 husb:0.52 husb_is:0.29
i_am:0.27 i_brin:-0.22 i_can:0.52 i_cant:0.26 i_come:0.15 i_do:0.31 i_dont:0.16 i_drin:-0.17 i_feel:0.15 i_get:-0.24
i_got:-0.39 i_had:-0.16 i_just:0.28 i_live:-0.35 i_need:-0.16 i_only:-0.24 i_read:-0.25 i_take:-0.20 i_thin:0.45
i_took:0.46 i_want:0.20 i_was:0.24 id:-0.70 id_like:-0.28 if_i:0.45 if_its:-0.31 im:0.33 im_#2:0.27 im_afra:0.21
im_dyin:0.51 im_goin:0.53 im_very:-0.16 in:-0.17 in_a:-0.40 in_her:0.16 in_june:-0.15 in_my:0.44 in_room:-0.29
in_the:0.23 inco:0.38 incr:-0.35 indi:-0.18 infa:0.33 ingr:-0.27 inha:0.64 insu:0.22 inte:0.36 into:0.77 into_my:0.22
invo:-0.16 inye:0.25 ir:-0.55 iron:-0.19 irse:0.60 is_#2:-0.40 is_at:-0.21 is_bloo:0.28 is_chok:0.43 is_droo:0.36
is_fine:-0.39 is_gett:0.19 is_goin:0.20 is_havi:0.44 is_in:-0.51 is_it:-0.18 is_kill:-0.17 is_my:-0.36 is_not:0.48
is_slur:0.34 is_stru:0.16 is_swel:0.35 is_talk:0.34 is_that:-0.40 is_the:-0.40 is_ther:-0.75 is_unac:-0.22 isnt:0.88
it:-0.80 it_all:0.24 it_is:-0.26 it_says:-0.29 its:-0.26 ive:-0.16 izqu:0.29 jack:-0.20 jaja:-0.35 jara:0.19
juev:-0.43 june:-0.15 juni:-0.27 just:0.57 just_want:0.29 kid:0.49 kidn:-0.24 kidn_ston:-0.24 kids:-0.44 kill:0.17
kill_myse:0.29 knee:-0.37 knif:0.29 know:-0.16 know_wher:0.16 la:-0.37 la_abue:0.28 la_boca:0.41 la_cabe:0.33
la_cafe:-0.31 la_cara:0.60 la_clin:-0.33 la_cuid:0.60 la_de:-0.38 la_enco:0.39 la_enfe:-0.17 la_entr:-0.22
la_escu:-0.20 la_espa:-0.17 la_fisi:-0.25 la_fuen:0.36 la_garg:0.21 la_heri:0.23 la_hoja:-0.44 la_list:-0.20
la_mana:0.27 la_mand:-0.16 la_oper:-0.20 la_pagi:-0.47 la_panz:0.29 la_para:-0.16 la_past:0.30 la_pier:0.32
la_rodi:-0.30 la_sala:-0.34 la_sema:0.21 la_vida:0.42 labi:0.50 labo:0.41 lado:0.64 lado_izqu:0.19 las:-0.18
las_diez:-0.34 las_dos:-0.23 las_mano:0.19 las_pala:0.24 las_past:0.18 last:0.36 last_mont:-0.35 last_nigh:0.75
le:1.33 le_di:0.16 le_teng:0.16 leav:-0.20 leav_the:-0.21 left:0.34 left_arm:0.17 left_side:0.15 leg:0.32 lei:-0.51
les_agra:-0.18 lett:-0.77 lie:0.23 life:0.54 like_a:0.25 like_this:0.25 like_to:-0.33 limp:0.17 lips:0.36
lips_are:0.28 liqu:-0.33 list:-0.75 list_de:-0.32 live:0.81 llam:-0.22 llam_desp:-0.27 lleg:-0.79 lleg_a:-0.17
llen:0.21 llen_una:-0.22 llev:-0.53 llev_mi:-0.30 lo:-0.48 long:-0.22 look:-0.23 los:-0.55 los_dias:-0.18
los_labi:0.50 los_nino:-0.18 lost_my:-0.30 lot:0.24 low:-0.21 luga:-0.41 luga_de:-0.23 lune:-0.48 madr:-0.31
make_me:0.26 mama:-0.25 mamm:-0.21 mamo:-0.23 mana:0.21 mand:-0.37 mane:0.16 mano:0.30 marc:0.21 marc_en:0.29
mark:0.28 mark_on:0.28 mart:-0.28 mas:0.56 mata:0.81 may:-0.57 may_i:-0.42 may_my:-0.32 mayo:-0.37 me:0.50 me_a:-0.29
me_amen:0.47 me_and:-0.48 me_but:-0.20 me_cort:0.28 me_cues:0.34 me_da:0.34 me_dan:-0.58 me_deja:0.20 me_dejo:-0.23
me_devu:-0.21 me_dije:-0.34 me_dio:0.30 me_durm:0.18 me_escu:-0.20 me_esto:0.47 me_falt:0.35 me_golp:0.23
me_habl:-0.39 me_la:0.15 me_like:-0.42 me_lleg:-0.25 me_muer:0.41 me_pega:0.27 me_pued:-0.18 me_quie:0.37 me_romp:0.39
me_tome:0.71 me_va:0.18 me_with:0.20 me_y:-0.43 medi:-0.31 mejo:-0.38 mejo_sin:0.29 mes:-0.25 mes_pasa:-0.21 meta:0.34
mete:0.46 meth:0.39 mi:0.22 mi_bebe:0.47 mi_doct:-0.31 mi_espo:0.32 mi_expe:-0.23 mi_hija:0.64 mi_hijo:0.38
mi_madr:-0.31 mi_nino:0.41 mi_novi:0.43 mi_papa:0.27 mi_pare:0.22 mi_rece:-0.32 mi_relo:-0.17 mi_revi:-0.17
mi_segu:-0.23 mi_tarj:-0.29 mi_vida:0.19 mi_visi:-0.26 mied:0.35 mied_a:0.16 mier:-0.26 mil:-0.26 mil_grac:-0.26
minu:1.19 mis:-0.39 mis_medi:0.24 mis_resu:-0.22 misc:0.25 mism:-0.28 mixe:-0.26 mixe_up:-0.26 ml:0.20 mome:0.18
mond:-0.48 moni:-0.57 moni_del:-0.19 mono:0.85 mont:-0.59 mora:0.45 more:0.55 morg:0.37 mori:0.81 moth_is:0.44
mout:0.50 move:0.27 move_my:-0.34 much:0.45 much_el:0.19 much_insu:0.23 much_sang:0.29 muel:-0.26 muer:0.64 muev:0.24
muri:0.30 musi:-0.33 mutu:-0.25 muy:-0.37 muy_mal:0.35 muy_sola:-0.35 my:0.48 my_appo:-0.32 my_arm:0.38 my_baby:0.48
my_back:-0.21 my_boyf:0.36 my_brea:0.20 my_brot:-0.22 my_car:-0.28 my_ches:0.75 my_daug:0.22 my_doct:-0.32
my_fath:0.26 my_gran:-0.41 my_husb:0.21 my_insu:-0.35 my_kid:0.49 my_last:-0.47 my_left:0.19 my_medi:-0.35 my_mom:0.19
my_moth:-0.27 my_new:-0.16 my_paym:-0.39 my_pill:0.26 my_resu:-0.29 my_righ:-0.17 my_room:0.55 my_son:0.48
my_sons:-0.21 my_stit:0.55 my_thro:0.26 my_todd:0.33 my_tong:0.31 my_wate:0.29 myse:1.24 nece:-0.76 nece_una:0.20
neck:0.69 need:-1.17 need_a:-0.62 need_an:0.25 need_his:-0.28 need_the:-0.18 negr:0.59 neig:0.16 nerv:-0.26
neve_wake:0.23 new:-0.94 new_tabl:-0.28 next:-0.28 niet:-0.29 nigh:0.49 nina_se:0.29 nino:0.46 nino_se:0.33 no:0.65
no_desp:0.38 no_enti:-0.32 no_esto:0.23 no_la:-0.16 no_le:0.16 no_me:0.43 no_para:0.18 no_pued:0.78 no_quie:0.28
no_resp:0.21 no_se:-0.44 no_teng:-0.43 nobo:-0.69 noch:-0.17 noor:-0.56 norm:-0.24 nos:-0.54 noso:-0.34 not:0.15
not_resp:0.15 not_unde:-0.19 noth:0.45 novi:0.43 nues:-0.51 nuev:-1.17 nuev_hora:-0.24 nuev_y:-0.22 nume:0.15
nunc:-0.33 nurs:-0.33 o:-0.34 of:0.65 of_a:0.46 of_brea:0.15 of_her:-0.30 of_his:0.19 of_me:-0.54 of_my:0.28
of_them:-0.21 of_us:-0.24 off_at:-0.30 offi:-0.19 oil:0.30 ojo_dere:0.19 ojos:-0.28 old_and:-0.22 olvi:-0.31 on:0.21
on_frid:-0.25 on_her:0.23 on_mond:-0.44 on_my:0.44 on_one:0.33 on_satu:0.51 on_the:-0.23 on_thur:-0.32 on_tues:-0.25
one_of:-0.22 one_on:-0.28 one_side:0.36 ones:0.23 only:-0.30 open_on:-0.23 open_to:-0.18 oper:-0.37 oper_de:-0.16
orin:0.16 othe:-0.33 otra:-0.50 otro:-0.29 our:0.22 out:0.59 out_at:0.27 out_for:0.28 out_in:0.33 out_to:-0.40
outr:-0.28 over:0.53 oxig:0.58 oxyg:0.63 pabe:-0.33 pabe_infa:-0.17 pad:0.31 pad_ever:0.31 padr:-0.47 paga:-0.26
pagi:-0.48 pago:-0.36 pain:1.03 pain_in:0.33 pala:0.24 palp:0.47 panz:0.29 papa:0.84 papa_se:0.25 pape:-0.36 para:0.21
para_de:0.27 para_disc:-0.19 para_el:-0.28 para_la:-0.39 para_mi:-0.34 para_resp:0.43 pare:0.23 park:-0.38 part:0.54
pasa:-0.45 pass:0.34 pass_away:-0.31 pass_out:0.50 past:0.46 past_de:0.26 past_del:0.39 pay:-0.24 paym:-0.57 pech:1.31
pech_que:0.29 pech_y:0.20 pega:0.80 pego:0.22 pens:0.45 pens_en:0.45 peor:0.42 perd:0.55 perd_a:-0.61 perd_la:0.27
perd_much:0.17 pero:-0.38 pero_el:0.30 perr:0.26 pers:-0.56 phar:-0.17 phon:-0.48 phot:-0.17 phys:-0.43 pick:-0.38
pick_up:-0.38 pie:-0.21 pied:-0.26 piel:0.22 pien:0.25 pien_en:0.25 pier:0.36 pill_and:0.19 pinc:0.27 piso:-0.18
plac:-0.38 plan:0.37 plat:0.26 plea:-1.02 plea_send:0.16 plea_tell:-0.18 plea_writ:-0.24 poco:-0.23 pode:-0.21
podr:-0.37 pone:-0.55 pong:-0.24 popo:0.24 por:-0.51 por_la:0.33 por_que:-0.23 por_tele:-0.30 por_una:-0.25 porq:-0.33
port:-0.72 prac:-0.28 prec:-0.38 pref:0.20 preg:0.22 preg_and:0.31 preo:-0.38 pres:-0.51 prim:-0.17 prio:-0.15
prio_auth:-0.15 priv:-0.25 prop:0.56 prue:-0.24 prue_de:-0.24 pued:-0.60 pued_desp:0.16 pued_habl:0.48 pued_ir:-0.21
pued_llev:-0.15 pued_mand:-0.22 pued_mi:-0.18 pued_resp:0.80 pull:-0.20 puls:-0.38 puls_de:-0.35 punt:-0.16 pusi:-0.48
pusi_un:-0.16 puso:0.45 put:0.18 que:-0.79 que_algu:-0.18 que_entr:-0.18 que_es:0.29 que_esta:0.19 que_estu:-0.20
que_le:0.30 que_lo:-0.31 que_me:-0.17 que_no:0.16 que_se:0.34 que_sign:-0.21 que_va:0.16 qued:0.17 quem:0.84
quem_grav:0.31 quer:-0.24 ques:-0.21 quic:0.32 quie_el:-0.24 quie_esta:0.19 quie_la:-0.35 quie_mata:0.46
quie_mori:0.54 quie_que:0.26 quie_quit:0.56 quie_vivi:0.44 quis:-0.38 quit_la:0.25 radi:-0.39 ramp:-0.25 rape:0.65
raro:0.35 rath:0.22 ray:-0.20 razo:0.31 reac:0.85 read:-0.49 reas:0.33 reas_to:0.33 rece:-0.49 reco:-0.56
reco_la:-0.20 rect:0.46 red:0.57 refi:-0.30 rega:-0.30 relo:-0.17 remo:-0.28 repa:-0.33 repe:0.45 repe_no:0.31
repo:-0.33 rese:-0.51 resp:1.59 resp_bien:0.22 resp_por:0.61 resu:-0.92 reun:-0.46 revi:-0.69 righ_arm:-0.22
ring:-0.26 rino:-0.26 rodi:-0.39 rojo:0.66 romp:0.70 romp_la:0.48 room:-0.22 room_#1:-0.29 rosa:-0.16 rued:-0.31
sabe:-0.24 safe:0.60 safe_at:0.60 sala:-0.57 sali:-0.34 same:-0.32 sang:1.91 sang_por:0.34 satu:0.44 says:0.26
scar_of:-0.41 scar_to:0.50 sche:-0.27 scre:-0.50 se:1.06 se_cayo:0.30 se_como:-0.42 se_desm:0.51 se_desp:0.54
se_esta:0.27 se_inye:0.25 se_le:0.24 se_lo:-0.43 se_muev:0.24 se_nos:-0.43 se_pued:-0.61 se_puso:0.48 se_que:-0.35
se_qued:0.18 se_quie:0.29 se_romp:0.40 se_sali:-0.23 se_sien:-0.43 se_tomo:0.48 se_trag:0.41 see:0.16 see_a:-0.28
see_me:-0.28 segu:-0.21 seiz:0.51 sema_y:0.18 send:-0.19 seno:0.16 sent:0.34 ser:0.39 set:-0.27 sexu:1.03 sham:-0.16
she:1.15 she_has:0.35 she_is:0.46 she_pass:0.20 shee:-0.22 shes:0.33 shin:-0.26 shoo:0.39 shoo_up:0.45 shou:-0.38
si_es:-0.20 si_se:-0.33 sick:-0.35 side:0.77 siem:0.44 sien:0.46 sien_bien:-0.35 sien_muy:-0.19 sien_que:0.53
sigu:-0.69 sigu_en:-0.21 sill:-0.31 sill_de:-0.31 sin:1.04 sinc:0.16 sinc_this:0.22 sinc_we:-0.28 sinc_yest:0.39
sist:-0.18 six:-0.21 slee:-0.37 slot:-0.28 slur:0.70 so:-0.38 soak:0.47 sobr:0.44 sola:-0.66 sola_con:-0.33
sola_y:-0.34 solo_quie:0.16 some:0.62 some_is:0.27 some_my:0.38 somo:-0.26 son:0.21 sons:-0.21 spea:-0.25 spee:0.26
spee_is:0.26 spra:0.34 spri:-0.18 stab:0.46 stai:0.60 star:0.47 sten_en:-0.16 step:0.26 stif:0.46 stif_neck:0.54
stil:-0.27 stit:0.24 ston:-0.24 stoo:0.33 stop:0.34 stop_blee:0.16 stop_the:-0.29 stro:0.43 stru:0.16 stuc:0.20
su:-1.04 sube:0.23 suci:0.39 sudd:0.68 sudd_conf:0.34 suga:0.38 suic:1.13 summ:-0.18 surg:-0.52 surv:-0.16 sus:-0.19
sus_cart:-0.17 swal:0.93 swal_a:0.36 swea:0.55 swel:0.41 swol:0.26 tabl_is:-0.33 take:-0.20 take_a:-0.43
take_the:-0.17 taki:-0.16 talk_to:-0.27 tamb:-0.39 tan:-0.50 tan_bien:-0.31 tan_nerv:-0.15 tan_pron:-0.24 tard:-0.56
tarj:-0.29 tele:-0.76 tell_me:0.15 temp:0.32 ten:-0.24 teng:0.58 teng_#2:0.21 teng_fieb:0.21 teng_mied:0.47
teng_que:-0.15 teng_un:0.40 term:0.49 test:-0.37 than:-0.22 than_you:-0.36 that:-0.93 that_day:-0.28 the:-0.77
the_baby:0.62 the_bed:0.35 the_bell:0.16 the_bill:-0.17 the_cafe:-0.17 the_care:0.70 the_chil:-0.29 the_door:0.21
the_fair:-0.21 the_form:-0.21 the_grou:-0.20 the_hear:-0.37 the_invo:-0.16 the_iron:-0.19 the_morn:-0.34 the_mout:0.34
the_new:-0.29 the_nigh:-0.41 the_on:-0.24 the_othe:-0.19 the_port:-0.30 the_quic:0.32 the_same:-0.32 the_stai:0.61
the_tele:-0.18 the_wait:-0.31 the_whol:0.21 them:-0.51 then:-0.23 ther:-0.55 ther_a:-0.57 ther_an:-0.16 ther_is:0.49
thes:-0.44 they:-0.79 thin:0.92 thin_abou:0.59 thin_im:0.20 this_bill:-0.31 this_is:-0.23 this_morn:0.38 thos:-0.18
thre_to:0.28 thro:0.66 thro_up:0.34 thur:-0.47 tien:0.15 tien_el:0.30 tien_la:0.41 tien_los:0.25 tien_mi:-0.34
tien_una:0.20 to:0.18 to_be:0.18 to_brea:0.22 to_brin:-0.20 to_die:0.35 to_end:0.61 to_get:0.18 to_go:0.18
to_hurt:0.28 to_kill:0.49 to_live:0.67 to_me:-0.75 to_my:-0.58 to_see:-0.28 to_the:-0.32 toal:0.28 tobi:0.27
toca:-0.26 toda_la:0.17 toda_no:-0.21 todd:0.40 todo:0.55 todo_los:-0.18 told:-0.36 toma:-0.80 toma_el:-0.18
toma_mi:-0.24 tome:0.84 tome_dema:0.17 tome_dos:0.20 tomo:0.52 tomo_un:0.19 tong:0.31 too:0.29 too_many:0.18
too_much:0.36 took:1.07 took_a:0.17 took_my:0.31 took_too:0.37 tos:0.22 trae:-0.36 trag:0.59 trag_una:0.17 tras:0.37
tres:-0.31 trie:0.24 trie_to:0.24 tris:-0.26 turn_blue:0.48 tuvo:0.18 twic:0.51 two:-0.53 two_days:0.41 tyle:0.37
ultr:-0.16 un:0.45 un_cuch:0.46 un_derr:0.59 un_infa:0.49 un_lado:0.28 un_poco:-0.23 un_sten:-0.16 una:0.80
una_ambu:0.63 una_caja:-0.39 una_preg:-0.45 una_sobr:0.65 una_toal:0.28 unac:-0.22 uno:0.16 up:0.66 up_afte:0.20
up_bloo:0.20 upda:-0.39 uplo:-0.23 urge:-0.38 us:-0.30 usar:-0.27 uste:-0.63 va:0.39 va_a:0.68 vacc:-0.22 vaci:0.28
vacu:-0.44 vacu_de:-0.19 vale:0.54 van:-0.16 vece:0.37 veci:0.35 vend:-0.40 veo:0.70 ver:-0.21 vera:-0.29 very:-0.16
vez:-0.17 vez_en:-0.20 vez_me:0.15 vida:0.47 vide:-0.25 vier:-0.48 visi:-0.66 vivi:1.16 vivo:0.33 voce:0.68 voic:0.43
voic_tell:0.28 volu:0.26 vomi:0.74 vomi_sang:0.20 voy:0.70 voy_a:0.57 wait:-0.54 wait_room:-0.24 wake:0.63
wake_her:0.27 wake_up:0.29 walk:-0.90 want_my:-0.36 want_to:0.60 ward:-0.15 was:-0.33 was_in:-0.21 was_rape:0.65
was_told:-0.44 was_very:-0.43 wate:0.23 wate_brok:0.70 way:0.57 we:-0.36 we_buri:-0.31 weak:0.27 webs:-0.32 wedn:-0.19
week:0.22 well:-0.79 went:1.21 went_numb:0.33 what:-0.85 what_do:0.31 what_does:-0.20 what_is:0.22 whee:-0.29
when:-0.35 wher_he:0.16 whic:-0.78 whic_entr:-0.21 who:-0.50 whol:0.25 whom:-0.23 whom_do:-0.23 will:0.39
will_be:-0.36 will_have:-0.35 wish:0.46 with:-0.51 with_a:0.27 with_me:-0.25 with_the:-0.36 with_this:0.31
with_us:-0.20 with_you:-0.20 woke:0.20 wont:0.81 wont_stop:0.16 word:0.38 worr:-0.17 wors:0.39 woul_be:0.59
woul_like:-0.54 woul_rath:0.22 woun:0.36 writ:-0.26 y:0.71 y_duer:-0.35 y_le:-0.16 y_me:0.67 y_nece:-0.18 y_no:0.26
y_pued:-0.33 y_quis:-0.18 y_se:-0.41 y_teng:0.16 y_tien:0.32 y_ya:0.35 y_yo:-0.42 ya:-0.74 ya_esta:-0.33 ya_me:-0.31
ya_no:0.39 year:-0.54 year_chec:-0.19 yest:0.36 yet:-0.30 yo:-0.27 you:-1.59 you_do:0.60 you_for:-0.28 you_have:-0.30
your:-1.05 your_lett:-0.18 your_park:-0.18
`;
