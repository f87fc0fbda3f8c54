# SPDX-License-Identifier: Apache-2.0
"""What the report says, in Indonesian; its English twin holds the same keys."""

WORDS = {
    "compared": "Rumah tangga yang sama menjalani “{base}” dan {names}: {span}, {times}, setiap kali dengan sakit, "
                "panen, dan bencana yang sama.",
    "run": "“{base}” disimulasikan selama {span}, {times}.",
    "one_time": "satu kali", "times": "{n} kali dengan bilangan acak yang berbeda",
    "raises": "“{name}” menaikkan {outcome} sebesar {amount}, dari {base} menjadi {level}{interval}.",
    "lowers": "“{name}” menurunkan {outcome} sebesar {amount}, dari {base} menjadi {level}{interval}.",
    "raises_most": "“{name}” paling menaikkan {outcome}: sebesar {amount}, dari {base} menjadi {level}{interval}.",
    "lowers_most": "“{name}” paling menurunkan {outcome}: sebesar {amount}, dari {base} menjadi "
                   "{level}{interval}.",
    "with_interval": " (selang 95 % {interval})",
    "nobody": "Tidak ada alternatif yang mengubah {outcome} dengan selisih yang dapat dibedakan dari kebetulan "
              "dengan {n} ulangan.",
    "not_it": "Selisih {outcome} tidak dapat dibedakan dari kebetulan dengan {n} ulangan.",
    "and": "{first} dan {last}",
    "from_to": "{low} sampai {high}",
    "rises": "{outcome} {verb} {amount}, dari {base} menjadi {level} (selang 95 % {interval}).",
    "rise": "naik", "fall": "turun", "rise_many": "naik", "fall_many": "turun",
    "once": "{outcome} {verb} {amount}, dari {base} menjadi {level}; satu ulangan tidak memberi selang.",
    "alone": "Jika dilihat sendiri, ini hampir pasti bukan kebetulan; di antara sekian banyak perbandingan, "
             "mungkin saja.",
    "same": "Sama persis di setiap ulangan: {outcomes}.",
    "cannot": "Belum dapat dipastikan dengan {n} ulangan: {outcomes}.",
    "if_as_large": "Jumlah ini berlaku bila selisihnya memang sebesar yang tampak.",
    "would_do": "{outcome} (sekitar {needed} ulangan akan cukup)",
    "would_need": "{outcome} (perlu lebih dari {needed} ulangan)",
    "about": "sekitar {n}", "more_than": "lebih dari {n}",
    "corrected": "Dari {n} perbandingan, {clear} tetap berlaku setelah dikoreksi menurut jumlahnya (Holm 1979); "
                 "{alone} lagi hanya berlaku bila dilihat sendiri. Tanda: ** tetap berlaku setelah dikoreksi, "
                 "* hanya bila dilihat sendiri.",
    "not_corrected": "Berkas ini tidak memuat koreksi untuk {n} perbandingan sekaligus: satu dari dua puluh selang "
                     "melewatkan nol karena kebetulan saja. Berkas yang ditulis tujuh compare versi kini "
                     "memuatnya.",
    "window": "Semua angka adalah rata-rata {n} bulan terakhir.",
    "report": "Laporan simulasi",
    "about_line": "{replicates}, {months} bulan sejak {start}. Hasil model, bukan statistik resmi.",
    "replicate": "1 ulangan", "replicates": "{n} ulangan",
    "contents": "Isi laporan",
    "findings": "Temuan", "differ": "Apa yang berbeda antarskenario",
    "over_time": "Dari waktu ke waktu", "deciles": "Siapa yang terjangkau",
    "concentration": "Siapa yang menerima manfaat", "flows": "Yang diuntungkan dan yang dirugikan",
    "map": "Menurut provinsi", "tasks": "Sumbangan setiap tugas pekerjaan sosial",
    "cost": "Uang dan beban kerja", "sensitivity": "Hal yang menentukan hasil",
    "checks": "Uji coba dan angka terbitan",
    "limits": "Yang tidak dapat dijawab", "reproduce": "Cara mengulanginya",
    "outcome": "ukuran", "base": "dasar", "alternative": "alternatif", "difference": "selisih",
    "interval": "selang 95 %", "told": "berbeda dari kebetulan?", "yes": "ya **", "by_itself": "bila sendiri *",
    "yes_uncorrected": "ya", "no": "belum; {needed} ulangan", "no_bare": "belum", "equal": "tidak ada selisih",
    "one_replicate": "satu ulangan",
    "all_outcomes": "{name}: semua ukuran utama",
    "csv": "Angka gambar ini (CSV)", "csv_table": "Angka tabel ini (CSV)",
    "no_difference": "Naskah skenario-skenario ini tidak berbeda.",
    "one_scenario": "Berkas ini memuat satu skenario; tujuh compare DASAR ALTERNATIF menyandingkan skenario.",
    "key": "kunci", "source": "asal nilai pada skenario dasar",
    "changed_caption": "Pengaturan yang berbeda dari skenario dasar",
    "not_set": "tidak diatur",
    "policy_from": "“{title}”, mulai bulan ke-{month}.",
    "choice": "pilihan skenario",
    "time_desc": "Garis menurut bulan, satu untuk setiap skenario: {ends}.",
    "at_end": "{name} {value}",
    "decile_desc": "Batang menurut persepuluhan penduduk, dari yang termiskin: {parts}.",
    "decile_part": "{name} dari {poorest} pada persepuluhan termiskin sampai {richest} pada yang terkaya",
    "concentration_desc": "Bagian seluruh manfaat yang diterima 40 % penduduk termiskin: {parts}.",
    "title_compared": "{names} dibandingkan dengan “{base}”", "quoted": "“{name}”",
    "change_over_time": "Selisih dari “{base}” dari waktu ke waktu",
    "change_desc": "Garis selisih dari skenario dasar menurut bulan, satu untuk setiap alternatif.",
    "change_caption": "Alternatif dikurangi dasar, ulangan demi ulangan; pita adalah selang 95 % rata-rata "
                      "selisih pada setiap bulan. Garis titik-titik: kebijakan mulai berlaku.",
    "upper_panel": "tingkat", "lower_panel": "selisih dari “{base}”",
    "points_caption": "Bawah: selisih berpasangan dengan selang 95 %, tanpa koreksi menurut jumlah persepuluhan.",
    "bare_points": "poin",
    "choices": "Semua ini pilihan skenario, bukan parameter dengan sumber; alasannya ada dalam berkas skenario.",
    "bars_caption": "Rata-rata {n} bulan terakhir. {spread}",
    "lines_caption": "{described} {spread} Garis titik-titik: kebijakan mulai berlaku.",
    "flow_title": "“{name}”: {gained} rumah tangga mulai terlayani, {lost} tidak lagi, selisih bersih {net}",
    "flow_caption": "Rumah tangga yang dilayani sedikitnya satu program di satu dunia dan tidak di dunia lain, "
                    "pada bulan {month}, rata-rata {n} ulangan; rumah tangga yang sama hidup di kedua dunia. "
                    "Kanan: mendapat layanan, kiri: kehilangan layanan. Begitu dua dunia berbeda, antrean "
                    "berjalan lain, sehingga sebagian mendapat dan sebagian kehilangan layanan hanya karena itu.",
    "flow_poverty": "Kemiskinan: karena alternatif ini {out} rumah tangga keluar dari kemiskinan dan {into} jatuh "
                    "miskin.",
    "flow_left_out": "{n} rumah tangga tidak dihitung karena penghuninya berganti di salah satu dunia saja.",
    "flow_axis": "ribu rumah tangga", "gained": "mendapat layanan", "lost": "kehilangan layanan",
    "flow_desc": "Batang menurut kelompok, yang mendapat ke kanan dan yang kehilangan ke kiri: {parts}.",
    "flow_part": "{group}: {gained} mendapat, {lost} kehilangan",
    "map_base": "{outcome} pada “{name}”",
    "map_change": "“{name}” dikurangi dasar: {outcome}",
    "map_caption": "Satu petak untuk setiap provinsi, kira-kira menurut letaknya. Rata-rata {n} bulan terakhir "
                   "dan semua ulangan. Sampel beberapa ratus rumah tangga per provinsi masih kasar: bacalah "
                   "provinsi yang bertetangga bersama-sama.",
    "map_told": "Bingkai tebal: selang 95 % selisih berpasangan tidak memuat nol, tanpa koreksi menurut jumlah "
                "provinsi.",
    "map_desc": "Terendah: {lowest}. Tertinggi: {highest}.",
    "province": "provinsi",
    "shapley_most": "“{task}” paling banyak menyumbang pada {outcome}: {value}",
    "shapley_told": "“{task}” menyumbang pada {outcome} lebih dari kebetulan: {value}",
    "shapley_none": "Tidak ada tugas yang menonjol pada {outcome}",
    "shapley_caption": "Nilai Shapley ketujuh tugas: rata-rata tambahan dari sebuah tugas atas semua urutan tugas "
                       "mulai dijalankan; jumlahnya sama dengan seluruh pengaruh, {whole}. Garis: selang 95 %.",
    "shapley_desc": "Batang, satu untuk setiap tugas: {parts}.",
    "pairs_caption": "Pasangan tugas: di atas nol, keduanya bersama menghasilkan lebih dari jumlah hasil "
                     "masing-masing tanpa yang lain; di bawah nol, keduanya saling menggantikan",
    "pair": "pasangan tugas", "interaction": "interaksi",
    "task": "tugas", "value": "sumbangan",
    "ledger_title": "Ke mana uang setiap program mengalir",
    "ledger_caption": "Uang publik per tahun dengan harga tetap, rata-rata tahun penuh dan semua ulangan, dalam "
                      "{unit}.",
    "ledger_desc": "Batang bertumpuk menurut program dan skenario; angkanya ada pada tabel di bawah.",
    "billion": "miliar rupiah", "trillion": "triliun rupiah", "million": "juta rupiah",
    "programme": "program", "scenario": "skenario", "programme_scenario": "program, skenario",
    "ledger_table": "Uang menurut program dan skenario, {unit} per tahun",
    "hours_title": "Jam kerja pekerja sosial menurut tugas",
    "hours_caption": "Jam per bulan secara nasional, termasuk perjalanan, dalam ribuan. Rata-rata {n} bulan "
                     "terakhir. {spread}",
    "hours_desc": "Batang menurut tugas dan skenario: {parts}.",
    "work_table": "Beban kerja", "workload": "ukuran",
    "points": "Hasil di setiap titik",
    "points_range": "{outcome}: dari {low} sampai {high} pada {n} titik, {middle} di tengah.",
    "points_table": "Terendah, tengah, dan tertinggi dari {n} titik, masing-masing rata-rata semua ulangannya",
    "lowest": "terendah", "middle": "tengah", "highest": "tertinggi",
    "points_most": "{factor} paling sejalan dengan {outcome}",
    "points_none": "Tidak ada pengaturan yang sejalan dengan {outcome} melebihi kebetulan",
    "points_desc": "Korelasi peringkat: {parts}.",
    "dots_caption": "Satu noktah untuk setiap titik, rata-rata {n} ulangan; r: korelasi peringkat (Spearman). Pengaturan "
                      "lain juga berbeda dari noktah ke noktah.",
    "all_failed": "Semua titik gagal.",
    "factor_moves": "{outcome} paling bergantung pada “{factor}”: {amount} bila digeser sepanjang rentangnya (selang "
                    "95 % {interval}).",
    "factor_explains": "{outcome} paling bergantung pada “{factor}”: {amount} keragaman berasal darinya, sendiri atau "
                       "bersama faktor lain (selang 95 % {interval}).",
    "factors_told": "{count} dari {n} faktor berpengaruh melebihi kebetulan.",
    "tornado_title": "{factor} paling menggerakkan {outcome}",
    "tornado_none": "Tidak ada faktor yang menggerakkan {outcome} melebihi kebetulan",
    "tornado_caption_morris": "Penapisan Morris: rata-rata pengaruh mutlak bila sebuah faktor digeser sepanjang "
                              "rentangnya, dalam satuan ukuran itu, dengan selang 95 %.",
    "tornado_caption_sobol": "Indeks Sobol': bagian keragaman ukuran yang berasal dari sebuah faktor, sendiri "
                             "(gelap) dan bersama interaksinya (terang), dengan selang 95 %. Taksiran dari sedikit baris "
                             "dapat melewati nol dan 100 %.",
    "tornado_chance": "Titik-titik: yang akan muncul karena kebetulan saja.",
    "tornado_desc": "Batang, faktor yang paling berpengaruh di atas: {parts}.",
    "tornado_first": "sendiri", "tornado_total": "dengan interaksi",
    "effect_axis": "rata-rata pengaruh mutlak",
    "trial_caption": "Uji coba {name}: semua peserta, rata-rata ulangan",
    "arm": "kelompok", "world": "dunia", "asked": "mengajukan", "enrolled": "terdaftar", "served": "terlayani",
    "patterns_sentence": "Dari {checks} angka terbitan yang tidak disesuaikan, model mengenai {hits}.",
    "misses": "Angka terbitan yang meleset", "figure": "angka", "published": "terbitan", "model": "model",
    "fit": "Disesuaikan dengan angka terbitan", "optimum": "Titik terbaik",
    "run_points": "“{base}” dicoba pada {points} titik dari {factors} pengaturan: {span}, {times} pada setiap "
                  "titik.",
    "one_point_setting": "“{base}” dicoba pada {points} titik dari satu pengaturan: {span}, {times} pada setiap "
                         "titik.",
    "design_text": "Rancangan sebagaimana dijalankan",
    "months_from_to": "bulan {first} sampai {last}", "choices_listed": "{n} pilihan",
    "fit_hits": "{n} dari {all} angka yang disesuaikan berada dalam satu toleransi.",
    "held_hits": "Disisihkan, jadi tidak ada yang disesuaikan dengannya: {n} dari {all} angka berada dalam satu "
                 "toleransi.",
    "hits_as_it_is": "Pada skenario apa adanya: {n}.",
    "hits_inside": "Dalam selang 95 % titik-titik yang diterima: {n}.",
    "recover": "Sasarannya adalah hasil skenario itu sendiri dengan bilangan acak lain; {n} dari {all} nilai yang "
               "diketahui berada dalam selang 95 % yang ditemukan.",
    "misfit": "Jumlah kuadrat selisih dalam toleransi, termasuk kebetulan: {fit}; pada skenario apa adanya {base}.",
    "determined": "Bersama-sama sasaran menentukan {n} dari {all} faktor.",
    "accepted": "{n} dari {all} titik diterima, paling jauh {far} toleransi dari sasaran.",
    "points_failed": "{n} titik gagal dan tidak disertakan.",
    "little_learned": "{factor}: sasaran hampir tidak menentukannya ({learned} dipelajari).",
    "not_apart": "{one} dan {other} tidak terbedakan (korelasi {correlation}): pasangan nilai lain hampir sama "
                 "cocoknya.",
    "at_an_end": "{factor} terletak di batas rentangnya; rentang yang lebih lebar mungkin lebih cocok.",
    "much_chance": "{target}: kebetulan pada angka model sebesar {share} kali toleransi; ulangan lebih banyak akan "
                   "menguranginya.",
    "doubts": "Yang belum diketahui",
    "no_doubts": "Setiap faktor dipelajari setengah atau lebih, tidak ada dua yang tertukar, dan tidak ada yang "
                 "terletak di batas rentangnya.",
    "as_it_is": "skenario apa adanya", "fitted": "hasil penyesuaian", "median": "median yang diterima",
    "fitted_mark": "setelah disesuaikan", "held_out_mark": "setelah disesuaikan, disisihkan",
    "held_out": "disisihkan",
    "off": "selisih dalam toleransi", "off_chance": "termasuk kebetulan", "off_axis": "selisih dari angka, dalam toleransi",
    "known_target": "angka yang diketahui",
    "targets_title": "Seberapa dekat model dengan angka-angka itu",
    "targets_recovered": "Seberapa dekat model dengan angkanya sendiri",
    "targets_caption": "Model dikurangi angka, dalam satuan toleransi setiap angka, yaitu satu simpangan baku; "
                       "daerah berwarna: dalam satu toleransi.",
    "targets_interval_chance": "Garis: yang masih terbuka karena kebetulan pada angka model, 95 %.",
    "targets_interval_accepted": "Titik adalah median, garis adalah selang 95 % atas titik-titik yang diterima.",
    "targets_desc": "Selisih dalam toleransi: {parts}.",
    "targets_table": "Angka dan model; bagian dalam persen, toleransinya dalam poin persentase",
    "factors_title": "Apa yang dikatakan angka-angka itu tentang faktor",
    "factors_caption": "Garis abu-abu adalah rentang yang dicari, garis biru selang 95 %. Dipelajari: bagian ragam "
                       "faktor yang merata pada rentangnya yang dihilangkan oleh sasaran.",
    "factors_desc": "Titik dalam rentang: {parts}.", "factors_table": "Faktor",
    "factor": "faktor", "range": "rentang", "learned": "dipelajari", "learned_note": "{learned} dipelajari",
    "range_axis": "letak dalam rentang",
    "pull_title": "“{target}” paling menarik “{factor}”",
    "pull_caption": "Seberapa jauh faktor bergeser, dalam persen rentangnya, bila angka itu naik satu toleransi.",
    "pull_desc": "Satu petak untuk setiap angka dan faktor: {parts}.",
    "no_member": "Tidak ada titik yang dicoba yang memenuhi semua batas.",
    "point_better": "{outcome}: titik terbaik lebih baik dari skenario sebesar {difference} (selang 95 % {interval}), "
                    "{level} dibandingkan {base}, dalam {n} ulangan yang tidak dilihat pencarian.",
    "point_worse": "{outcome}: titik terbaik lebih buruk dari skenario sebesar {difference} (selang 95 % {interval}), "
                   "{level} dibandingkan {base}, dalam {n} ulangan yang tidak dilihat pencarian.",
    "point_untold": "{outcome}: belum dapat dipastikan apakah titik terbaik lebih baik dari skenario dengan {n} "
                    "ulangan yang tidak dilihat pencarian: {difference} (selang 95 % {interval}), {level} "
                    "dibandingkan {base}.",
    "point_once": "{outcome}: {level} dibandingkan {base}, {difference}; satu ulangan yang tidak dilihat pencarian "
                  "tidak memberi selang.",
    "point_equal": "{outcome}: sama dengan skenario di setiap ulangan, {level}.",
    "limit_holds": "{outcome} memenuhi batasnya ({end}) dalam ulangan yang tidak dilihat pencarian: rata-rata "
                   "{level}, dan dalam {n} dari {all} ulangan satu per satu.",
    "limit_broken": "{outcome} melanggar batasnya ({end}) dalam ulangan yang tidak dilihat pencarian: rata-rata "
                    "{level}; {n} dari {all} ulangan memenuhinya.",
    "at_most": "paling banyak {value}", "at_least": "paling sedikit {value}",
    "optimism": "Pencarian memilih yang kebetulan beruntung. {outcome} pada titik terbaik: {searched} dalam "
                "pencarian, {checked} dalam pemeriksaan; pencarian dikurangi pemeriksaan {optimism}.",
    "promised": "Dikurangi skenario dalam ulangan yang sama: {searched} dalam pencarian dan {checked} dalam "
                "pemeriksaan.",
    "gains": "Dari {all} titik terbaik yang diperiksa, {n} lebih baik dalam suatu tujuan dan tidak lebih buruk dalam "
             "tujuan mana pun, sejauh selang 95 % menunjukkannya, tanpa koreksi menurut jumlahnya.",
    "told_better": "lebih baik", "told_worse": "lebih buruk", "told_untold": "belum dapat dipastikan",
    "told_equal": "tidak ada selisih",
    "holds": "terpenuhi", "broken": "dilanggar",
    "goal_raise": "makin tinggi makin baik", "goal_lower": "makin rendah makin baik", "goal_limit": "batas",
    "best_in_first": "terbaik dalam tujuan pertama", "other_members": "titik terbaik lain",
    "best_searched": "titik terbaik, dalam pencarian", "best_checked": "titik terbaik, diperiksa",
    "verdict": "putusan",
    "best_points": "titik terbaik", "member": "no. {n}",
    "checked_caption": "Titik yang terbaik dalam tujuan pertama di samping skenario. Semua angka, kecuali angka "
                       "pencarian sendiri, berasal dari {n} ulangan yang tidak dilihatnya",
    "front_title": "Dari {all} titik yang dicoba, {n} tidak kalah dalam semua tujuan dari titik lain",
    "front_caption": "Rata-rata {n} ulangan yang tidak dilihat pencarian, {members} titik; garis adalah selang 95 % "
                     "selisih dari skenario. Nomor seperti pada tabel.",
    "front_desc": "Titik terbaik: {parts}.",
    "front_table": "{n} dari {all} titik terbaik dalam ulangan pemeriksaan, menurut tujuan pertama dalam pencarian",
    "mix_title": "Untuk apa jam kerja dipakai", "mix_axis": "bagian jam kerja",
    "mix_caption": "Jam kerja pekerja sosial menurut tugas. Garis hitam: dari yang terkecil sampai yang terbesar di "
                   "antara titik terbaik.",
    "settings_title": "Pengaturan titik terbaik",
    "settings_caption": "Garis abu-abu adalah rentang yang dicari, garis biru dari yang terkecil sampai yang terbesar "
                        "di antara titik terbaik: bila panjang, banyak pengaturan lain sama baiknya.",
    "settings_desc": "Pengaturan: {parts}.", "settings_table": "Pengaturan titik terbaik",
    "all_members": "semua titik terbaik", "csv_members": "Semua titik terbaik dengan pengaturan dan luaran (CSV)",
    "generation": "generasi",
    "progress_title": "Setelah {k} dari {n} generasi, {share} % dari hasil akhir sudah tercapai",
    "progress_caption": "Hipervolume titik terbaik sejauh itu, sebagai bagian dari yang di akhir. Kurva yang masih "
                        "naik di akhirnya memerlukan lebih banyak generasi.",
    "progress_desc": "Menurut generasi: {parts}.",
    "absent_deciles": "Berkas ini tidak memuat apa pun menurut persepuluhan.",
    "absent_flows": "Siapa yang diuntungkan dan dirugikan ada dalam berkas tujuh compare DASAR ALTERNATIF.",
    "absent_tasks": "Sumbangan tugas ada dalam berkas tujuh attribute SKENARIO -o BERKAS.h5.",
    "absent_sensitivity": "Hal yang menentukan hasil ada dalam berkas tujuh sensitivity RANCANGAN.",
    "absent_checks": "Angka terbitan di samping angka model ada dalam berkas tujuh patterns -o BERKAS.h5.",
    "limit_model": "Ini hasil sebuah model. Hasil ini menunjukkan apa yang terjadi bila penduduk, lembaga, dan "
                   "pekerja bertindak seperti dalam model; bukan ramalan dan bukan statistik resmi.",
    "limit_interval": "Selang memuat kebetulan undian: penduduk, sampel, sakit, panen, dan keputusan diundi ulang "
                      "pada setiap dari {n} ulangan. Selang tidak memuat keraguan tentang nilai parameter maupun "
                      "bentuk model.",
    "limit_one": "Satu ulangan: tidak ada yang membedakan selisih dari kebetulan. --replicates 8 akan "
                 "melakukannya.",
    "limit_fit": "Selang sebuah faktor yang disesuaikan berlaku sejauh bentuk model, parameter yang tetap, dan toleransi "
                 "sasarannya berlaku.",
    "limit_optimum": "Terbaik berarti: di antara titik yang dicoba, pada skenario ini, menurut tujuan-tujuan ini. Yang "
                     "tidak tercakup dalam tujuan tidak diperhitungkan.",
    "limit_sample": "Bila sampel rumah tangga mewakili seluruh negeri, angka untuk kelompok kecil dan untuk provinsi "
                    "satu per satu masih kasar.",
    "limit_parameters": "Dari {n} parameter, {published} berasal dari terbitan, {estimated} diperkirakan dari "
                        "data, {calibrated} dikalibrasi, {recalled} dari ingatan dan belum dicocokkan dengan "
                        "sumbernya, {assumed} berupa asumsi.",
    "assumed_list": "{n} parameter yang berupa asumsi atau dari ingatan", "parameter": "parameter",
    "kind": "jenis", "meaning": "arti", "parameter_value": "nilai", "reason": "alasan atau sumber",
    "kind_assumed": "asumsi", "kind_recalled": "dari ingatan",
    "limit_calibration": "Angka kemiskinan {n} provinsi pada bulan pertama berbeda paling jauh {far} dari angka "
                         "terbitan, rata-rata {mean}.",
    "limit_patterns": "Temuan terbitan mana yang dikenai dan yang meleset: tujuh patterns.",
    "notes": "Catatan program:",
    "repeat": "Berkas memuat skenario lengkap dengan semua parameter dan tabelnya. Dengan program yang sama, angka "
              "yang sama keluar sampai bit terakhir, dengan jumlah utas berapa pun. Perintah ini menjalankan "
              "semuanya lagi, lalu membandingkan:",
    "repeat_design": "Berkas memuat rancangan dan skenario asalnya dengan semua parameter dan tabelnya. Dengan program "
                     "yang sama, angka yang sama keluar sampai bit terakhir, dengan jumlah utas atau mesin berapa pun. "
                     "Perintah ini menjalankan semuanya lagi, lalu membandingkan:",
    "ran": "Hasil ini dibuat dengan",
    "program": "program", "commit": "commit", "seed": "benih acak", "hash": "hash hasil",
    "compiler": "kompilator", "file": "berkas",
    "repeat_caption": "Asal hasil ini",
}
