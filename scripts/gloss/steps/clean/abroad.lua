--- The words of site furniture in languages other than English, as furniture.lua
--- has them: lines that are nothing but this, and lines that begin so.
local abroad = {}

abroad.whole = {
  advertisement = [[
    anzeige|werbung|gesponsert|publicité|publi-rédactionnel|publicidad|
    patrocinado|pubblicità|sponsorizzato|publicidade|advertentie|реклама|
    reklama|reklam|iklan|広告|スポンサーリンク|광고|广告|廣告|إعلان]],
  share = [[
    teilen|drucken|merken|artikel teilen|auf facebook teilen|folgen|empfehlen|
    partager|imprimer|envoyer par e-mail|suivre|suivez-nous|compartir|imprimir|
    síguenos|condividi|stampa|seguici|condividi su facebook|compartilhar|
    compartilhe|siga-nos|delen|afdrukken|поделиться|поделиться ссылкой|
    распечатать|подписаться|подписывайтесь|udostępnij|drukuj|paylaş|yazdır|
    bagikan|cetak|シェア|シェアする|ツイート|印刷|공유|공유하기|인쇄|프린트|
    글자크기|스크랩|分享|打印|مشاركة|طباعة|вконтакте|одноклассники]],
  navigation = [[
    startseite|anmelden|abmelden|registrieren|einloggen|menü|suche|suchen|
    impressum|kontakt|nach oben|zum inhalt springen|zur startseite|nachrichten|
    politik|wirtschaft|kultur|wissen|gesundheit|reise|wetter|abo|shop|weiter|
    zurück|weiterlesen|mehr|mehr anzeigen|über uns|mediadaten|karriere|
    accueil|rechercher|recherche|menu|se connecter|connexion|s'inscrire|
    s'abonner|abonnez-vous|contact|actualités|actualité|économie|politique|
    société|culture|sciences|santé|voyage|météo|suivant|précédent|haut de page|
    qui sommes-nous|voir plus|en savoir plus|aller au contenu|inicio|buscar|
    iniciar sesión|registrarse|regístrate|suscríbete|contacto|noticias|
    economía|política|sociedad|cultura|deportes|ciencia|salud|viajes|
    siguiente|anterior|volver arriba|quiénes somos|ver más|leer más|
    ir al contenido|cerca|accedi|registrati|abbonati|contatti|chi siamo|
    notizie|cronaca|economia|politica|spettacoli|salute|viaggi|home page|
    successivo|precedente|leggi tutto|continua a leggere|vai al contenuto|
    início|entrar|assine|contato|fale conosco|quem somos|notícias|esportes|
    saúde|viagem|próximo|leia mais|saiba mais|zoeken|inloggen|aanmelden|
    over ons|nieuws|lees meer|volgende|vorige|главная|поиск|войти|вход|
    регистрация|контакты|о нас|о проекте|новости|политика|экономика|общество|
    культура|спорт|наука|здоровье|происшествия|меню|далее|назад|наверх|
    вперед|вперёд|читать далее|читать дальше|подробнее|перейти к контенту|
    перейти к содержимому|все новости|рубрики|выберите рубрику|архив|архивы|
    разное|главная страница|карта сайта|обратная связь|реклама на сайте|
    strona główna|szukaj|zaloguj|anasayfa|ara|giriş|beranda|cari|masuk|
    daftar|tentang kami|hubungi kami|ホーム|トップ|トップページ|検索|ログイン|
    会員登録|お問い合わせ|会社概要|サイトマップ|メニュー|次へ|前へ|
    ページトップへ|ページの先頭へ|もっと見る|続きを読む|ニュース|一覧へ戻る|
    홈|로그인|회원가입|검색|메뉴|뉴스|정치|경제|사회|문화|스포츠|연예|
    회사소개|이전|다음|목록|맨위로|더보기|전체보기|首页|登录|注册|搜索|菜单|
    新闻|关于我们|联系我们|上一篇|下一篇|返回顶部|更多|网站地图|首頁|登入|
    الرئيسية|بحث|تسجيل الدخول|اتصل بنا|من نحن|أخبار|المزيد]],
  teaser = [[
    mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch
    interessieren|das könnte dich auch interessieren|meistgelesen|
    meistgelesene artikel|meistgeklickt|weitere artikel|mehr aus|themen|
    schlagwörter|ähnliche artikel|ähnliche beiträge|neueste beiträge|
    neueste kommentare|kategorien|à lire aussi|lire aussi|à voir aussi|
    les plus lus|sur le même sujet|articles similaires|articles récents|
    catégories|mots-clés|nos recommandations|lo más leído|lo más visto|
    te puede interesar|también te puede interesar|artículos relacionados|
    noticias relacionadas|entradas recientes|categorías|etiquetas|
    leggi anche|potrebbe interessarti|potrebbe interessarti anche|
    articoli correlati|articoli recenti|categorie|i più letti|altri articoli|
    veja também|leia também|veja mais|mais lidas|notícias relacionadas|
    posts recentes|artigos relacionados|lees ook|meest gelezen|gerelateerd|
    читайте также|читать также|смотрите также|материалы по теме|по теме|
    похожие записи|похожие статьи|похожие материалы|популярное|
    самое читаемое|свежие записи|свежие комментарии|последние новости|
    вам также может быть интересно|вам может понравиться|другие новости|
    новости по теме|метки|теги|zobacz też|czytaj także|ilgili haberler|
    baca juga|berita terkait|artikel terkait|terpopuler|関連記事|おすすめ記事|
    人気記事|最新記事|カテゴリー|タグ|アーカイブ|最近の投稿|ランキング|
    新着記事|관련기사|관련 기사|많이 본 뉴스|인기기사|최신기사|추천기사|
    카테고리|태그|相关文章|相关新闻|热门文章|热门新闻|最新文章|推荐阅读|
    标签|分类|相關新聞|熱門新聞|اقرأ أيضا|مواضيع ذات صلة|الأكثر قراءة]],
  comments = [[
    kommentare|kommentieren|kommentar schreiben|kommentar verfassen|
    schreibe einen kommentar|antworten|ihr kommentar|leserkommentare|
    antwort abbrechen|commentaires|laisser un commentaire|
    ajouter un commentaire|répondre|votre commentaire|réagir|comentarios|
    deja un comentario|dejar un comentario|añadir comentario|responder|
    cancelar respuesta|nombre|correo electrónico|commenti|rispondi|
    lascia un commento|annulla risposta|comentários|deixe um comentário|
    deixe uma resposta|cancelar resposta|reacties|plaats een reactie|
    комментарии|комментировать|комментарий|добавить комментарий|
    оставить комментарий|ответить|отменить ответ|ваш комментарий|отзывы|
    добавить отзыв|оставить отзыв|имя|ваше имя|написать комментарий|
    добавить комментарий отменить ответ|отправить|komentarze|dodaj komentarz|
    yorumlar|yorum yap|komentar|tinggalkan balasan|tulis komentar|balas|
    コメント|コメントを残す|コメントする|返信|コメントをキャンセル|名前|メール|
    댓글|댓글쓰기|댓글달기|답글|의견쓰기|이름|비밀번호|评论|发表评论|回复|
    发表回复|留言|姓名|تعليقات|أضف تعليق|أضف تعليقا]],
  legal = [[
    datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|haftungsausschluss|
    mentions légales|politique de confidentialité|conditions d'utilisation|
    conditions générales|cgu|données personnelles|aviso legal|
    política de privacidad|términos y condiciones|condiciones de uso|
    note legali|informativa sulla privacy|termini e condizioni|
    política de privacidade|termos de uso|privacybeleid|
    политика конфиденциальности|пользовательское соглашение|
    правовая информация|правила использования|персональные данные|
    polityka prywatności|regulamin|gizlilik politikası|kebijakan privasi|
    プライバシーポリシー|利用規約|個人情報保護方針|特定商取引法に基づく表記|
    개인정보처리방침|개인정보취급방침|이용약관|저작권|청소년보호정책|
    隐私政策|使用条款|版权声明|免责声明|سياسة الخصوصية|شروط الاستخدام]],
  newsletter = [[
    newsletter abonnieren|newsletter bestellen|inscrivez-vous|
    s'inscrire à la newsletter|suscríbete al boletín|suscribirse|
    iscriviti alla newsletter|iscriviti|assine a newsletter|
    подписаться на новости|подписаться на рассылку|подписка|
    メルマガ登録|メールマガジン|뉴스레터|구독|구독하기|订阅|訂閱]],
  cookies = [[
    cookies akzeptieren|alle akzeptieren|alles akzeptieren|einstellungen|
    accepter|tout accepter|tout refuser|aceptar|aceptar todo|accetta|
    accetta tutti|aceitar|aceitar todos|accepteren|принять|согласен|
    同意する|동의|接受]],
  paywall = [[
    jetzt abonnieren|jetzt registrieren|article réservé aux abonnés|
    réservé aux abonnés|nur für abonnenten|contenido para suscriptores|
    contenuto riservato agli abbonati]],
}

abroad.start = {
  { "foto:", reason = "caption", max = 30 },
  { "bild:", reason = "caption", max = 30 },
  { "quelle:", reason = "caption", max = 12 },
  { "crédit photo", reason = "caption", max = 20 },
  { "фото:", reason = "caption", max = 30 },
  { "写真", reason = "caption", max = 10 },
  { "사진=", reason = "caption", max = 20 },
  { "lesen sie auch", reason = "teaser", max = 25 },
  { "lesen sie mehr", reason = "teaser", max = 25 },
  { "mehr zum thema", reason = "teaser", max = 20 },
  { "mehr dazu", reason = "teaser", max = 25 },
  { "lire aussi", reason = "teaser", max = 30 },
  { "à lire aussi", reason = "teaser", max = 30 },
  { "lee también", reason = "teaser", max = 30 },
  { "leggi anche", reason = "teaser", max = 30 },
  { "leia também", reason = "teaser", max = 30 },
  { "lees ook", reason = "teaser", max = 30 },
  { "читайте также", reason = "teaser", max = 30 },
  { "baca juga", reason = "teaser", max = 30 },
  { "tags:", reason = "teaser", max = 40 },
  { "метки:", reason = "teaser", max = 40 },
  { "теги:", reason = "teaser", max = 40 },
  { "рубрика:", reason = "teaser", max = 12 },
  { "kategorie:", reason = "teaser", max = 12 },
  { "schlagwörter:", reason = "teaser", max = 40 },
  { "поделиться", reason = "share", max = 8 },
  { "share ke", reason = "share", max = 6 },
  { "teilen auf", reason = "share", max = 6 },
  { "partager sur", reason = "share", max = 6 },
  { "compartir en", reason = "share", max = 6 },
  { "condividi su", reason = "share", max = 6 },
  { "newsletter", reason = "newsletter", max = 14 },
  { "abonnieren sie", reason = "newsletter", max = 25 },
  { "inscrivez-vous", reason = "newsletter", max = 25 },
  { "suscríbete", reason = "newsletter", max = 25 },
  { "iscriviti", reason = "newsletter", max = 25 },
  { "подпишитесь", reason = "newsletter", max = 25 },
  { "подписывайтесь", reason = "newsletter", max = 25 },
  { "добавить комментарий", reason = "comments", max = 8 },
  { "сохранить моё имя", reason = "comments" },
  { "сохранить мое имя", reason = "comments" },
  { "schreibe einen kommentar", reason = "comments", max = 12 },
  { "deine e-mail-adresse wird nicht", reason = "comments" },
  { "votre adresse e-mail ne sera", reason = "comments" },
  { "tu dirección de correo", reason = "comments" },
  { "il tuo indirizzo email non", reason = "comments" },
  { "o seu endereço de e-mail não", reason = "comments" },
  { "ваш адрес email не", reason = "comments" },
  { "alamat email anda tidak", reason = "comments" },
  { "メールアドレスが公開されることは", reason = "comments" },
  { "alle rechte vorbehalten", reason = "copyright", max = 30 },
  { "tous droits réservés", reason = "copyright", max = 30 },
  { "todos los derechos reservados", reason = "copyright", max = 30 },
  { "tutti i diritti riservati", reason = "copyright", max = 30 },
  { "todos os direitos reservados", reason = "copyright", max = 30 },
  { "все права защищены", reason = "copyright", max = 60 },
}

abroad.inside = {
  { "verwendet cookies", reason = "cookies", max = 80 },
  { "utilise des cookies", reason = "cookies", max = 80 },
  { "utilisons des cookies", reason = "cookies", max = 80 },
  { "utiliza cookies", reason = "cookies", max = 80 },
  { "utilizza cookie", reason = "cookies", max = 80 },
  { "utilizziamo i cookie", reason = "cookies", max = 80 },
  { "usa cookies", reason = "cookies", max = 80 },
  { "использует cookie", reason = "cookies", max = 80 },
  { "файлы cookie", reason = "cookies", max = 80 },
  { "datenschutzerklärung", reason = "legal", max = 60 },
  { "politique de confidentialité", reason = "legal", max = 60 },
  { "política de privacidad", reason = "legal", max = 60 },
  { "перепечатка материалов", reason = "copyright", max = 60 },
  { "무단전재", reason = "copyright", max = 40 },
  { "無断転載", reason = "copyright", max = 60 },
}

abroad.ends = [[
  kommentare|schreibe einen kommentar|mehr zum thema|lesen sie auch|
  ähnliche beiträge|auch interessant|commentaires|laisser un commentaire|
  lire aussi|à lire aussi|sur le même sujet|articles similaires|comentarios|
  deja un comentario|te puede interesar|artículos relacionados|commenti|
  lascia un commento|articoli correlati|leggi anche|comentários|
  deixe um comentário|leia também|reacties|комментарии|добавить комментарий|
  оставить комментарий|отзывы|добавить отзыв|похожие записи|похожие статьи|
  читайте также|материалы по теме|вам также может быть интересно|
  свежие записи|tinggalkan balasan|baca juga|berita terkait|関連記事|
  コメントを残す|おすすめ記事|관련기사|관련 기사|댓글|相关文章|相关新闻|发表评论|
  评论|اقرأ أيضا]]

return abroad
