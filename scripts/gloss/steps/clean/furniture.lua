--- The words of site furniture, each with the reason that a mask gives.
---
--- Lines are compared in lower case, white space as one space, without marks at
--- their ends. `whole`: the line is just that. `start`: it begins so (up to
--- `max` words, or any length where that is absent). `inside`: it says so anywhere.
--- An analyst adds a row where a source needs one.
local furniture = {}

--- Lines that are nothing but this.
furniture.whole = {
  advertisement = [[
    advertisement|advertisements|ad|ads|advert|adverts|sponsored|
    sponsored content|sponsor message|sponsored links|paid content|paid post|
    promoted|promoted content|partner content|anzeige|werbung|publicité|
    publicidad]],
  share = [[
    share|share this|share this post|share this article|share this story|
    share on facebook|share on twitter|share via email|share article|tweet|
    tweet this|retweet|pin it|email|e-mail|email this|print|print this|
    facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|
    youtube|tumblr|flipboard|messenger|copy link|copy url|copy link url|
    copied|link copied|save|save for later|bookmark|like this|like loading|
    send|gift article|share options|show more sharing options|
    close extra sharing options|google plus|google|rss|rss feed|snapchat|
    tiktok|x|sharing is caring|share with friends|permalink|embed|font size|
    text size|listen|listen to this article|teilen|drucken|merken|partager|
    imprimer|compartir|follow|follow us|follow us on twitter|
    follow us on facebook|follow me|mix|skype|viber|vk|line|digg|stumbleupon|
    hacker news|clipboard|more sharing options|pocket|shares|
    send to email address|post was not sent - check your email addresses|
    email check failed, please try again]],
  navigation = [[
    home|menu|main menu|navigation|skip to content|skip to main content|
    skip navigation|jump to navigation|jump to content|search|search query|
    submit search|show search|search for|site search|advanced search|sections|
    site map|sitemap|about|about us|contact|contact us|contacts|help|faq|faqs|
    support|careers|jobs|work with us|advertise|advertise with us|advertising|
    log in|login|log out|logout|sign in|sign out|sign up|register|
    registration|my account|account|profile|settings|subscribe|subscribe now|
    subscriptions|subscription|subscriber services|donate|donate now|shop|
    store|my cart|cart|checkout|newsletter|newsletters|podcast|podcasts|video|
    videos|photos|gallery|galleries|live|live tv|watch live|radio|tv|news|
    latest news|top stories|world|world news|business|economy|politics|
    opinion|opinions|editorial|editorials|sport|sports|entertainment|
    lifestyle|life|culture|arts|technology|tech|science|health|travel|food|
    style|weather|local|national|international|education|environment|features|
    events|calendar|classifieds|obituaries|archive|archives|back issues|
    crossword|games|next|previous|prev|older|newer|older posts|newer posts|
    next post|previous post|next article|previous article|next page|
    previous page|back|back to top|go to top|top|return to top|more|see more|
    show more|view more|load more|view all|see all|show all|all|read more|
    continue reading|more info|more information|learn more|find out more|
    details|full story|close|cancel|ok|okay|yes|no|submit|send message|apply|
    reset|done|edit|delete|report|options|filter|sort by|loading|please wait|
    expand|collapse|toggle navigation|open menu|close menu|mobile|apps|
    e-paper|epaper|e-edition|editions|edition|english|español|français|
    deutsch|us edition|uk edition|accessibility|feedback|suchen|startseite|
    anmelden|impressum|accueil|rechercher|inicio|buscar|press|media|team|
    our team|our story|history|projects|publications|resources|services|
    products|blog|forum|community|members|membership|join|join us|join now|
    get started|partners|sponsors|letters to the editor|columnists|
    customer service|customer care|rss feeds|things to do|masthead|
    place a classified ad|place an ad|manage subscription|home delivery|
    manage your subscription|media kit|mobile apps|our staff|all news|
    front page|for sale|latest edition|about me|contact me|press releases|
    corporate subscriptions|email newsletters|connect|connect with us|
    editorial cartoons|special reports|strange news|multimedia]],
  teaser = [[
    related|related articles|related stories|related posts|related news|
    related content|related topics|related links|related coverage|
    related video|related videos|you may also like|you might also like|
    you may like|recommended|recommended for you|recommended stories|
    recommended reading|more stories|more news|more coverage|more headlines|
    more like this|more on this|more on this topic|more on this story|
    more to read|read next|up next|what to read next|also read|see also|
    don't miss|don’t miss|in case you missed it|popular|popular posts|
    popular stories|popular now|popular articles|most popular|most read|
    most viewed|most shared|most commented|most recent|trending|trending now|
    trending stories|trending topics|top posts|top news|latest|latest posts|
    latest stories|latest articles|latest videos|latest updates|recent|
    recent posts|recent articles|recent stories|recent news|recent comments|
    editor's picks|editor’s picks|editors' picks|editors’ picks|
    editor's choice|editor’s choice|featured|featured stories|
    featured articles|featured posts|highlights|from the web|around the web|
    from our partners|promoted stories|in this article|in this story|topics|
    tags|categories|category|filed under|keywords|explore more|explore|
    discover|discover more|mehr zum thema|lesen sie auch|
    das könnte sie auch interessieren|meistgelesen|à lire aussi|lire aussi|
    les plus lus|lo más leído|te puede interesar|breaking news|headlines|
    today's headlines|news in pictures|in pictures|this week]],
  comments = [[
    comment|comments|add comment|add a comment|post a comment|post comment|
    leave a comment|leave a reply|leave a response|leave comment|
    write a comment|view comments|show comments|hide comments|no comments|
    no comments yet|reply|replies|reply to this|cancel reply|your comment|
    your name|your email|your email address|your website|name|name *|email *|
    email address|email address *|website|comment *|message|subject|
    join the conversation|join the discussion|comments are closed|
    be the first to comment|sort by newest|sort by oldest|newest|oldest|best|
    like|dislike|likes|upvote|flag|report abuse|report comment|kommentare|
    kommentieren|commentaires|comentarios|discussion|responses|
    all comments|view all comments|reply report|report|like reply|share reply]],
  legal = [[
    privacy|privacy policy|privacy notice|privacy statement|privacy settings|
    terms|terms of use|terms of service|terms and conditions|
    terms & conditions|conditions of use|i agree|agree|disclaimer|legal|
    legal notice|copyright|all rights reserved|ad choices|adchoices|
    do not sell my info|do not sell my personal information|
    your privacy choices|california notice|editorial guidelines|
    editorial policy|corrections|code of ethics|code of conduct|
    reprints and permissions|reprints & permissions|datenschutz|agb|
    mentions légales|aviso legal|imprint|license|licensing|
    your california privacy rights|interest based ads|your ad choices|
    about our ads|data policy|cookies policy|accessibility statement]],
  paywall = [[
    subscribe for unlimited access|subscribe to continue|subscribe to read|
    already a subscriber|already a member|not a subscriber|
    get unlimited access|this article is for subscribers|subscribers only|
    for subscribers|premium|members only|exclusive for subscribers|
    nur für abonnenten|réservé aux abonnés]],
  cookies = [[
    cookie policy|cookies|cookie settings|cookie preferences|manage cookies|
    accept|accept all|accept cookies|i accept|reject all|got it]],
  furniture = [[
    press release|news release|media release|for immediate release|
    pressemitteilung|communiqué de presse|nota de prensa|
    story continues below|article continues below|story continues|
    story continues below advertisement|article continues after advertisement|
    article continues below advertisement|continue reading below|
    continue reading the main story|scroll to continue|
    scroll to continue with content|scroll down for video|watch|watch now|
    play|play video|pause|mute|unmute|fullscreen|now playing|watch the video|
    watch video|view gallery|view photos|view slideshow|open image in gallery|
    image|photo|slideshow|transcript|download|thank you|
    thank you for signing up|enable javascript|javascript is disabled|
    fortsetzung unter der anzeige|lire la suite|
    the story continues below the advertisement]],
}

--- Words of which the names of a paper's sections are made: "Arts & Books".
--- Such a line is no proof by itself; a menu has many of them together.
furniture.sections = [[
  news world business economy politics opinion opinions editorial editorials
  sport sports entertainment lifestyle life culture arts art technology tech
  science health travel food drink drinks style fashion beauty weather local
  national international education environment features events calendar
  classifieds obituaries obits archive archives video videos photos photo
  gallery galleries podcast podcasts audio radio tv television movies film
  films music books theater theatre dance games gaming puzzles crossword
  crosswords comics columnists columns commentary blogs blog magazine money
  markets finance investing stocks energy retail autos cars motoring
  transportation real estate homes home garden living family parenting pets
  recipes cooking wellness fitness nutrition horoscope horoscopes lottery
  crime courts traffic elections election immigration military security
  cybersecurity space climate wildlife history people society religion faith
  women men kids africa asia europe americas america australia canada china
  india russia uk us usa middle east latin nation states football soccer
  basketball baseball hockey tennis golf cricket rugby racing boxing nba nfl
  mlb nhl nascar mls olympics college high school colleges outdoors deals
  reviews guides lists tips shopping shop jobs careers press releases
  interviews analysis investigations data graphics photography design
  personal public policy law justice companies industry industries
  innovation startups mobile apps gadgets internet social media ideas
  letters latest top more all other trending special reports breaking]]

--- Lines that begin so; `max` is the most words such a line may have.
furniture.start = {
  { "advertisement", reason = "advertisement", max = 6 },
  { "sponsored by", reason = "advertisement", max = 12 },
  { "presented by", reason = "advertisement", max = 10 },
  { "share this", reason = "share", max = 8 },
  { "share all sharing options", reason = "share" },
  { "share it with", reason = "share", max = 8 },
  { "share your", reason = "share", max = 8 },
  { "print this", reason = "share", max = 10 },
  { "copy link", reason = "share", max = 6 },
  { "share on", reason = "share", max = 8 },
  { "click to share", reason = "share" },
  { "click to email", reason = "share" },
  { "click to print", reason = "share" },
  { "follow us", reason = "share", max = 14 },
  { "follow him", reason = "share", max = 14 },
  { "follow her", reason = "share", max = 14 },
  { "follow @", reason = "share", max = 10 },
  { "follow the", reason = "share", max = 10 },
  { "find us on", reason = "share", max = 10 },
  { "like us on", reason = "share", max = 10 },
  { "join us on", reason = "share", max = 10 },
  { "download our app", reason = "share" },
  { "download the", reason = "share", max = 9 },
  { "read more:", reason = "teaser" },
  { "read more about", reason = "teaser", max = 14 },
  { "read more on", reason = "teaser", max = 14 },
  { "read more from", reason = "teaser", max = 14 },
  { "read more at", reason = "teaser", max = 14 },
  { "read also", reason = "teaser" },
  { "also read", reason = "teaser" },
  { "read next", reason = "teaser" },
  { "read:", reason = "teaser", max = 25 },
  { "see also", reason = "teaser", max = 25 },
  { "see more", reason = "teaser", max = 10 },
  { "related:", reason = "teaser" },
  { "related story", reason = "teaser" },
  { "related article", reason = "teaser" },
  { "related stories", reason = "teaser" },
  { "related news", reason = "teaser" },
  { "related video", reason = "teaser" },
  { "related content", reason = "teaser" },
  { "recommended:", reason = "teaser" },
  { "trending:", reason = "teaser" },
  { "trending now:", reason = "teaser" },
  { "must read:", reason = "teaser" },
  { "don't miss:", reason = "teaser" },
  { "don’t miss:", reason = "teaser" },
  { "watch:", reason = "teaser", max = 25 },
  { "watch live", reason = "teaser", max = 12 },
  { "watch more", reason = "teaser", max = 12 },
  { "video:", reason = "teaser", max = 25 },
  { "listen:", reason = "teaser", max = 25 },
  { "photos:", reason = "teaser", max = 25 },
  { "gallery:", reason = "teaser", max = 25 },
  { "more from", reason = "teaser", max = 12 },
  { "more on", reason = "teaser", max = 10 },
  { "more in", reason = "teaser", max = 8 },
  { "more about", reason = "teaser", max = 8 },
  { "more stories", reason = "teaser", max = 10 },
  { "more news", reason = "teaser", max = 10 },
  { "latest in", reason = "teaser", max = 8 },
  { "latest from", reason = "teaser", max = 8 },
  { "stories you", reason = "teaser", max = 8 },
  { "you might also", reason = "teaser", max = 10 },
  { "you may also", reason = "teaser", max = 10 },
  { "continue reading", reason = "teaser", max = 25 },
  { "view all", reason = "teaser", max = 8 },
  { "see all", reason = "teaser", max = 8 },
  { "view more", reason = "teaser", max = 8 },
  { "filed under", reason = "teaser", max = 25 },
  { "filed in", reason = "teaser", max = 12 },
  { "posted on", reason = "dateline", max = 14 },
  { "posted by", reason = "byline", max = 20 },
  { "published on", reason = "dateline", max = 14 },
  { "last updated", reason = "dateline", max = 14 },
  { "first published", reason = "dateline", max = 14 },
  { "posted in", reason = "teaser", max = 12 },
  { "tags:", reason = "teaser", max = 40 },
  { "tagged", reason = "teaser", max = 12 },
  { "topics:", reason = "teaser", max = 40 },
  { "categories:", reason = "teaser", max = 30 },
  { "mehr zum thema", reason = "teaser", max = 20 },
  { "lesen sie auch", reason = "teaser", max = 25 },
  { "lire aussi", reason = "teaser", max = 25 },
  { "previous article", reason = "navigation", max = 25 },
  { "next article", reason = "navigation", max = 25 },
  { "previous post", reason = "navigation", max = 25 },
  { "next post", reason = "navigation", max = 25 },
  { "skip to", reason = "navigation", max = 6 },
  { "back to", reason = "navigation", max = 6 },
  { "jump to", reason = "navigation", max = 6 },
  { "sign in", reason = "navigation", max = 12 },
  { "sign up", reason = "newsletter", max = 25 },
  { "log in to", reason = "comments", max = 6 },
  { "log in", reason = "navigation", max = 10 },
  { "create an account", reason = "navigation", max = 12 },
  { "create a new", reason = "navigation", max = 8 },
  { "already have an account", reason = "navigation" },
  { "forgot your password", reason = "navigation" },
  { "forgot password", reason = "navigation" },
  { "subscribe to", reason = "newsletter", max = 25 },
  { "subscribe for", reason = "newsletter", max = 20 },
  { "subscribe today", reason = "newsletter", max = 20 },
  { "subscribe now", reason = "newsletter", max = 20 },
  { "get our", reason = "newsletter", max = 25 },
  { "get the latest", reason = "newsletter", max = 25 },
  { "get breaking news", reason = "newsletter", max = 25 },
  { "receive the latest", reason = "newsletter", max = 25 },
  { "enter your email", reason = "newsletter" },
  { "your email address will not", reason = "comments" },
  { "required fields are", reason = "comments" },
  { "leave a", reason = "comments", max = 8 },
  { "post a", reason = "comments", max = 6 },
  { "add a comment", reason = "comments", max = 8 },
  { "write a comment", reason = "comments", max = 8 },
  { "view comments", reason = "comments", max = 6 },
  { "show comments", reason = "comments", max = 6 },
  { "comments (", reason = "comments", max = 5 },
  { "comments on", reason = "comments", max = 14 },
  { "join the conversation", reason = "comments", max = 14 },
  { "what do you think", reason = "comments", max = 14 },
  { "tell us what you think", reason = "comments", max = 20 },
  { "let us know", reason = "comments", max = 16 },
  { "save my name", reason = "comments" },
  { "notify me", reason = "comments" },
  { "photo by", reason = "caption", max = 20 },
  { "photo:", reason = "caption", max = 30 },
  { "photo credit", reason = "caption", max = 20 },
  { "photograph:", reason = "caption", max = 30 },
  { "photograph by", reason = "caption", max = 20 },
  { "picture:", reason = "caption", max = 30 },
  { "image:", reason = "caption", max = 40 },
  { "image credit", reason = "caption", max = 20 },
  { "image copyright", reason = "caption", max = 20 },
  { "image caption", reason = "caption", max = 60 },
  { "image source", reason = "caption", max = 20 },
  { "media caption", reason = "caption", max = 60 },
  { "file photo", reason = "caption", max = 40 },
  { "file image", reason = "caption", max = 40 },
  { "pictured:", reason = "caption", max = 60 },
  { "credit:", reason = "caption", max = 15 },
  { "foto:", reason = "caption", max = 30 },
  { "bild:", reason = "caption", max = 30 },
  { "(photo", reason = "caption", max = 25 },
  { "(ap photo", reason = "caption", max = 20 },
  { "(image", reason = "caption", max = 25 },
  { "(picture", reason = "caption", max = 25 },
  { "(foto", reason = "caption", max = 25 },
  { "copyright", reason = "copyright", max = 60 },
  { "©", reason = "copyright", max = 60 },
  { "(c) 20", reason = "copyright", max = 60 },
  { "by continuing to", reason = "cookies" },
  { "by using this", reason = "legal" },
  { "by clicking", reason = "legal" },
  { "by signing up", reason = "legal" },
  { "by submitting", reason = "legal" },
  { "by subscribing", reason = "legal" },
  { "by checking this box", reason = "legal" },
  { "this site uses", reason = "cookies" },
  { "this website uses", reason = "cookies" },
  { "we use cookies", reason = "cookies" },
  { "we and our partners", reason = "cookies" },
  { "our website uses", reason = "cookies" },
  { "this site is protected by", reason = "legal" },
  { "use of this site", reason = "legal" },
  { "click here", reason = "teaser", max = 25 },
  { "click on", reason = "teaser", max = 14 },
  { "tap here", reason = "teaser", max = 20 },
  { "powered by", reason = "legal", max = 10 },
  { "designed by", reason = "legal", max = 10 },
  { "designed and", reason = "legal", max = 12 },
  { "website by", reason = "legal", max = 8 },
  { "theme by", reason = "legal", max = 8 },
  { "story continues", reason = "furniture", max = 8 },
  { "article continues", reason = "furniture", max = 8 },
  { "scroll to", reason = "furniture", max = 8 },
  { "please enable", reason = "furniture", max = 20 },
  { "please log in", reason = "furniture", max = 20 },
  { "your browser", reason = "furniture", max = 20 },
  { "sorry,", reason = "furniture", max = 12 },
  { "an error has occurred", reason = "furniture" },
  { "check your email", reason = "newsletter", max = 16 },
  { "image 1 of", reason = "caption", max = 6 },
  { "send us", reason = "navigation", max = 10 },
  { "letters to", reason = "navigation", max = 6 },
  { "got a tip", reason = "navigation", max = 16 },
  { "thank you for", reason = "furniture", max = 12 },
  { "thanks for", reason = "furniture", max = 12 },
}

--- Lines that say so anywhere; `max` as above.
furniture.inside = {
  { "all rights reserved", reason = "copyright" },
  { "terms of service", reason = "legal", max = 60 },
  { "terms of use", reason = "legal", max = 60 },
  { "privacy policy", reason = "legal", max = 60 },
  { "cookie policy", reason = "cookies", max = 80 },
  { "uses cookies", reason = "cookies", max = 80 },
  { "use cookies", reason = "cookies", max = 80 },
  { "may not be published, broadcast", reason = "copyright" },
  { "may not be reproduced", reason = "copyright", max = 60 },
  { "affiliate links", reason = "legal", max = 60 },
  { "affiliate commission", reason = "legal", max = 60 },
  { "to your inbox", reason = "newsletter", max = 50 },
  { "in your inbox", reason = "newsletter", max = 50 },
  { "our newsletter", reason = "newsletter", max = 40 },
  { "daily newsletter", reason = "newsletter", max = 40 },
  { "weekly newsletter", reason = "newsletter", max = 40 },
  { "free newsletter", reason = "newsletter", max = 40 },
  { "newsletter sign", reason = "newsletter", max = 40 },
  { "notifications of new posts", reason = "newsletter" },
  { "unsubscribe at any time", reason = "newsletter" },
  { "email address will not be published", reason = "comments" },
  { "community guidelines", reason = "comments", max = 60 },
  { "commenting guidelines", reason = "comments", max = 60 },
  { "submission guidelines", reason = "comments", max = 60 },
  { "comments are closed", reason = "comments", max = 30 },
  { "to post a comment", reason = "comments", max = 30 },
  { "log in to comment", reason = "comments", max = 30 },
  { "how your comment data is processed", reason = "comments" },
  { "in this browser for the next time", reason = "comments" },
  { "enable javascript", reason = "furniture", max = 40 },
  { "follow us on", reason = "share", max = 40 },
  { "follow him on", reason = "share", max = 40 },
  { "follow her on", reason = "share", max = 40 },
  { "follow me on", reason = "share", max = 40 },
  { "on facebook and twitter", reason = "share", max = 30 },
  { "opens in new window", reason = "share", max = 20 },
  { "opens in a new", reason = "share", max = 20 },
  { "getty images", reason = "caption", max = 45 },
  { "ap photo/", reason = "caption", max = 70 },
  { "/ap)", reason = "caption", max = 60 },
  { "/reuters)", reason = "caption", max = 60 },
  { "/afp)", reason = "caption", max = 60 },
  { "/shutterstock", reason = "caption", max = 40 },
  { "handout via", reason = "caption", max = 60 },
  { "(photo:", reason = "caption", max = 60 },
  { "(photo by", reason = "caption", max = 60 },
  { "(image:", reason = "caption", max = 60 },
  { "(picture:", reason = "caption", max = 60 },
  { "photo credit:", reason = "caption", max = 60 },
  { "photograph:", reason = "caption", max = 60 },
  { "file photo", reason = "caption", max = 40 },
}

--- Words that say who wrote the article, in a line about its author:
--- "Ida Morrow is a reporter in Sund".
furniture.trades = [[
  writer reporter editor journalist correspondent columnist contributor author
  freelancer blogger professor fellow producer analyst novelist critic
  photojournalist researcher]]

--- Lines behind which the article is over, as far as one can tell: what comes
--- then needs strong proof to be text again.
furniture.ends = [[
    comments|comment|leave a reply|leave a comment|related|related articles|
    related stories|related posts|related news|related content|more stories|
    more news|more coverage|more from|read next|up next|you may also like|
    you might also like|recommended|recommended for you|recommended stories|
    popular posts|most popular|most read|trending|trending now|latest news|
    latest stories|recent posts|recent comments|around the web|from the web|
    promoted stories|editor's picks|editor’s picks|about the author|
    about author|author|join the conversation|post a comment|view comments|
    show comments|tags|filed under|what do you think|mehr zum thema|
    kommentare|lire aussi|à lire aussi|about us|previous post|next post|
    previous article|next article|newsletter|subscribe|sign up|copyright|
    follow us|see also|top stories|more like this|share this|
    recommended reading|sponsored content]]

return furniture
