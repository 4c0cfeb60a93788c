"""Web pages in the manner of many German news sites: their markup and furniture, around invented reports.

Each page says what is right on it. Nobody's text and nobody's stylesheet is here, only how such pages are built.
"""

# ruff: noqa: E501 - markup reads better unbroken

import json
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

TITLE = "Hafenbehörde sperrt Schleuse nach Unfall mit Tankschiff"
LEAD = (
    "Nach dem Zusammenstoß zweier Schiffe bleibt die Schleuse in Holmsand gesperrt. Die Behörde rechnet mit "
    "Schäden in Millionenhöhe, die Grünen fordern Aufklärung."
)
BODY = (
    "Die Hafenbehörde von Holmsand hat am Mittwoch die große Schleuse gesperrt. Am Morgen war dort ein Tankschiff "
    "gegen das Tor gefahren, wie die Wasserschutzpolizei mitteilte. Verletzt wurde niemand.",
    "„Wir haben großes Glück gehabt“, sagte Hafenkapitänin Ada Kroll. Wäre das Tor gebrochen, hätte das Wasser die "
    "Altstadt überflutet, fügte sie hinzu. Nach ihren Angaben sind rund 40 Schiffe betroffen.",
    "Der Schaden beläuft sich nach Schätzungen der Reederei auf mehr als zwei Millionen Euro. Die Ursache ist noch "
    "unklar; die Polizei schließt einen technischen Fehler nicht aus.",
    "Die Grünen im Stadtrat verlangten eine unabhängige Untersuchung. Ihr Sprecher Tomas Verbeek warf der Behörde vor, "
    "Warnungen überhört zu haben. Die Behörde wies das zurück.",
    "Wie lange die Sperrung dauert, ist offen. Taucher sollen das Tor am Donnerstag untersuchen. Die Bahn setzt bis "
    "dahin zusätzliche Güterzüge ein, um die Werke am Kanal zu versorgen.",
)
HEADING = "Vorwürfe aus dem Stadtrat"
TEASER = "Warum der Leuchtturm von Sandby jetzt rosa wird"
OTHER = "Fischer finden Flaschenpost aus dem Jahr 1911"
COOKIES = "Wir und unsere 214 Partner verarbeiten personenbezogene Daten, um Cookies zu setzen. Alle akzeptieren"
CAPTION = "Das beschädigte Tor der Schleuse am Mittwochmorgen"


class Page(NamedTuple):
    """A page and what is right on it. `absent` must not stand in its text."""

    name: str
    html: str
    title: str = TITLE
    author: str | None = "Jana Petersen"
    publisher: str | None = None
    day: date | None = date(2024, 12, 4)
    day_from: str = ""
    texts: tuple[str, ...] = (LEAD, *BODY)
    absent: tuple[str, ...] = (TEASER, OTHER, COOKIES, "Newsletter", "Impressum")
    url: str | None = None


def linked(**more: object) -> str:
    """JSON-LD of a report."""
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2024-12-04T10:30:00+01:00",
        "dateModified": "2024-12-05T08:00:00+01:00",
        "author": [{"@type": "Person", "name": "Jana Petersen"}],
        "publisher": {
            "@type": "Organization",
            "name": "Deichbote",
            "logo": {"@type": "ImageObject", "url": "/logo.png"},
        },
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def document(head: str, body: str, lang: str = "de", title: str = f"{TITLE} | Deichbote") -> str:
    """A page with its head."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}'
        "<style>.a{color:red}</style><script>window.dataLayer=[];var teaser='nein';</script></head>"
        f"<body>{body}</body></html>"
    )


NAVIGATION = (
    '<header class="site-header"><a href="/" class="logo">Deichbote</a><nav><ul>'
    + "".join(
        f'<li><a href="/{x.lower()}">{x}</a></li>' for x in ("Politik", "Wirtschaft", "Sport", "Kultur", "Newsletter")
    )
    + '</ul></nav><a href="/abo">Abo</a><a href="/login">Anmelden</a></header>'
)
BANNER = (
    f'<div id="cookie-banner" class="cmp consent-layer" role="dialog"><p>{COOKIES}</p><button>Zustimmen</button></div>'
)
TEASERS = (
    '<section class="teaser-list related"><h2>Mehr zum Thema</h2><ul>'
    f'<li class="teaser"><a href="/a"><h3>{TEASER}</h3><p>Ein Künstler malt ihn an. Der Rat streitet darüber.</p></a></li>'
    f'<li class="teaser"><a href="/b"><h3>{OTHER}</h3><p>Sie lag im Netz, sagt der Kapitän. Der Brief ist lesbar.</p></a></li>'
    "</ul></section>"
)
FOOTER = '<footer><p>© 2024 Deichbote Verlag</p><a href="/impressum">Impressum</a><a href="/datenschutz">Datenschutz</a></footer>'


def paragraphs(*texts: str, tag: str = "p", css: str = "") -> str:
    attribute = f' class="{css}"' if css else ""
    return "".join(f"<{tag}{attribute}>{text}</{tag}>" for text in texts)


def public_broadcaster() -> Page:
    """Kicker and headline inside one h1, date in words, paragraphs in grid classes, "Dieses Thema im Programm"."""
    body = (
        f'{BANNER}{NAVIGATION}<main class="content-wrapper"><article class="container content-wrapper__group">'
        '<div class="seitenkopf"><h1 class="seitenkopf__headline"><span class="seitenkopf__topline">Unfall im Hafen</span>'
        f'<span class="seitenkopf__headline--text">{TITLE}</span></h1>'
        '<p class="metatextline">Stand: 04.12.2024 10:30 Uhr</p></div>'
        f'<p class="m-ten textabsatz columns twelve"><strong>{LEAD}</strong></p>'
        '<div class="authorline"><p class="authorline__author">Von Jana Petersen, Holmsand</p></div>'
        f'{paragraphs(*BODY[:3], css="textabsatz m-ten columns")}<h2 class="meldung__subhead">{HEADING}</h2>'
        f"{paragraphs(*BODY[3:], css='textabsatz m-ten columns')}"
        '<div class="absatzbild"><figure><img src="x.jpg" alt="Schleuse"><figcaption>Bild: dpa</figcaption></figure></div>'
        '<p class="textabsatz">Über dieses Thema berichtete der Seefunk am 04. Dezember 2024 um 12:00 Uhr.</p>'
        f"</article>{TEASERS}</main>{FOOTER}"
    )
    head = (
        '<meta property="og:site_name" content="seefunk.example"><meta property="og:title" content="Unfall: Schleuse zu">'
        '<meta name="date" content="2024-12-04T10:30:00.000+0100">'
        '<link rel="canonical" href="https://www.seefunk.example/inland/schleuse-100.html">'
    )
    return Page(
        "public broadcaster", document(head, body), author="Jana Petersen", publisher="seefunk.example",
        day_from="meta date", url="https://www.seefunk.example/inland/schleuse-100.html",
        absent=(TEASER, OTHER, COOKIES, "Newsletter", "Impressum", "Unfall im Hafen", "Über dieses Thema"),
    )  # fmt: skip


def weekly_magazine() -> Page:
    """JSON-LD in a list, lead in the header outside the text, sections of div, paywall off, share buttons."""
    body = (
        f"{NAVIGATION}{BANNER}<main><article><header><h2><span>Unfall im Hafen</span><span>{TITLE}</span></h2>"
        f'<div class="leading-loose RichText"><p>{LEAD}</p></div><div>Von <a href="/autor">Jana Petersen</a></div>'
        '<time class="timeformat" datetime="2024-12-04 10:30:00">04.12.2024, 10.30 Uhr</time></header>'
        '<ul class="share"><li>Teilen</li><li>E-Mail</li><li>X.com</li></ul>'
        f'<section class="relative"><div data-area="text"><div class="RichText">{paragraphs(*BODY[:2])}</div></div>'
        f'<div data-area="related_articles"><h3>Mehr zum Thema</h3><p><a href="/x">{TEASER}</a></p></div>'
        f'<div data-area="text"><div class="RichText"><h3>{HEADING}</h3>{paragraphs(*BODY[2:])}</div></div></section>'
        f"</article></main>{TEASERS}{FOOTER}"
    )
    head = (
        '<script type="application/ld+json">'
        + json.dumps(
            [
                {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []},
                json.loads(linked(publisher={"@type": "Organization", "name": "DER SPEICHER"}).split(">", 1)[1][:-9]),
            ]
        )
        + '</script><meta property="og:site_name" content="DER SPEICHER Online">'
    )
    return Page(
        "weekly magazine",
        document(head, body),
        publisher="DER SPEICHER",
        day_from="JSON-LD datePublished",
    )


def daily_paper_metered() -> Page:
    """Headings with kicker and colon, numbered pages, "Lesezeit", graph of JSON-LD, UTC at night."""
    graph = json.loads(linked(datePublished="2024-12-03T23:15:00Z").split(">", 1)[1][:-9])
    body = (
        f"{BANNER}{NAVIGATION}<main id='main'><article class='article'><header class='article-header'>"
        f"<h1 class='article-heading'><span class='article-heading__kicker'>Hafen</span>"
        f"<span class='visually-hidden'>:</span><span class='article-heading__title'>{TITLE}</span></h1>"
        f"<div class='summary' itemprop='description'>{LEAD}</div>"
        "<div class='byline'>Von <a rel='author' href='/jp'><span>Jana Petersen</span></a></div>"
        "<div class='metadata'><time class='metadata__date' datetime='2024-12-04T00:15:00+01:00'>4. Dezember 2024, 0:15 Uhr"
        "</time><span>Lesezeit: 3 Min.</span><a>23 Kommentare</a></div></header>"
        f"<div class='article-body article-body--article'><div class='article-page'>{paragraphs(*BODY[:3], css='paragraph article__item')}"
        f"<aside class='article-toc'><h3>Inhalt</h3><ol><li>Seite 1 {TEASER}</li></ol></aside>"
        f"<h2 class='article__subheading article__item'>{HEADING}</h2>{paragraphs(*BODY[3:], css='paragraph article__item')}"
        f"</div></div></article>{TEASERS}<section id='comments' class='comments'><h2>23 Kommentare</h2>"
        "<article class='comment'><p>Das war doch abzusehen, sagt mein Nachbar, der Lotse ist.</p></article></section>"
        f"</main>{FOOTER}"
    )
    head = f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@graph": [graph]})}</script>'
    return Page(
        "daily paper, metered", document(head, body), publisher="Deichbote", day_from="JSON-LD datePublished",
        absent=(TEASER, OTHER, COOKIES, "Newsletter", "Impressum", "mein Nachbar", "Kommentare", "Lesezeit"),
    )  # fmt: skip


def tabloid_portal() -> Page:
    """No JSON-LD; meta tags only; embedded videos, boxes "Lesen Sie auch" between paragraphs; a name of the site in h1."""
    box = f'<div class="inline-teaser"><p>Lesen Sie auch: <a href="/z">{TEASER}</a></p></div>'
    body = (
        f'<div class="page"><h1 class="logo"><a href="/">Küstenkurier</a></h1>{NAVIGATION}{BANNER}'
        f'<div class="article"><h1 itemprop="headline">{TITLE}</h1><p class="article__lead"><b>{LEAD}</b></p>'
        '<span class="article__author">Jana Petersen</span><span class="article__date">Mittwoch, 04.12.2024, 10:30</span>'
        f'<div class="article__text">{paragraphs(BODY[0])}{box}{paragraphs(*BODY[1:3])}'
        '<div class="video-player"><p>Video: Hier rammt der Tanker das Tor</p></div>'
        f"{paragraphs(*BODY[3:])}</div></div>{TEASERS}{FOOTER}</div>"
    )
    head = (
        '<meta name="author" content="Jana Petersen"><meta property="og:site_name" content="Küstenkurier">'
        '<meta property="article:published_time" content="2024-12-04T09:30:00Z">'
        '<meta property="og:url" content="https://kuestenkurier.example/schleuse_id_1.html">'
    )
    return Page(
        "tabloid portal", document(head, body, title=f"Schleuse: {TITLE} - Küstenkurier"), publisher="Küstenkurier",
        day_from="meta article:published_time", url="https://kuestenkurier.example/schleuse_id_1.html",
    )  # fmt: skip


def microdata_only() -> Page:
    """schema.org in attributes; nothing in the head."""
    body = (
        f'{NAVIGATION}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1>'
        '<p class="meta"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">'
        'Jana Petersen</span></span>, <time itemprop="datePublished" datetime="2024-12-04">4. Dezember</time></p>'
        '<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Deichbote">'
        f'</span><div itemprop="articleBody"><p><em>{LEAD}</em></p>{paragraphs(*BODY)}</div></div>{TEASERS}{FOOTER}'
    )
    return Page("microdata", document("", body), publisher="Deichbote", day_from="itemprop datePublished")


def nothing_but_html() -> Page:
    """A small paper's page: no metadata at all, the date in words, breaks instead of paragraphs."""
    body = (
        f'<table width="100%"><tr><td><a href="/">Start</a> <a href="/politik">Politik</a></td></tr></table><h1>{TITLE}</h1>'
        f'<p class="datum">Holmsand, 4. Dezember 2024</p><p><b>{LEAD}</b></p><div class="text">{"<br><br>".join(BODY)}</div>'
        f'<p class="autor">Text: Jana Petersen</p>{FOOTER}'
    )
    return Page("nothing but HTML", document("", body), day_from="visible date")


def swiss_paper() -> Page:
    """ss for ß, guillemets, lead as h2, authors with roles, dateModified first."""
    texts = tuple(text.replace("ß", "ss").replace("„", "«").replace("“", "»") for text in (LEAD, *BODY))
    body = (
        f"{NAVIGATION}<main><article><h1 class='ArticleTitle'>{TITLE}</h1><p class='ArticleLead_lead'>{texts[0]}</p>"
        "<address class='ContentMetaInfo_author'><a>Jana Petersen</a>, Korrespondentin</address>"
        "<p class='ContentMetaInfo_date'>Aktualisiert: <time datetime='2024-12-05T08:00:00+01:00'>05.12.2024</time> "
        "Publiziert: <time datetime='2024-12-04T10:30:00+01:00'>04.12.2024, 10:30 Uhr</time></p>"
        f"{paragraphs(*texts[1:], css='ArticleParagraph')}</article></main>{TEASERS}{FOOTER}"
    )
    head = '<meta property="og:site_name" content="Uferzeitung"><meta property="og:locale" content="de_CH">'
    return Page(
        "Swiss paper", document(head, body, lang="de-CH"), publisher="Uferzeitung", day_from="time element", texts=texts
    )


def austrian_agency_like() -> Page:
    """Custom elements, story-meta, agency credit at the end."""
    body = (
        f"{NAVIGATION}<main><story-header><article-kicker>Schifffahrt</article-kicker><h1 class='article-title'>{TITLE}</h1>"
        f"<p class='article-subtitle'>{LEAD}</p><div class='article-meta'><p class='article-pubdate'>"
        "<time datetime='2024-12-04T10:30:00.000+01:00'>4. Dezember 2024, 10:30</time></p></div></story-header>"
        f"<div class='article-body'>{paragraphs(*BODY[:-1])}{paragraphs(BODY[-1] + ' (APA, 4.12.2024)')}</div>"
        f"<div class='ad'>Werbung</div></main>{TEASERS}{FOOTER}"
    )
    head = linked(author=[{"@type": "Organization", "name": "APA"}], publisher={"name": "DER NORMALE"})
    return Page(
        "Austrian paper",
        document(head, body, lang="de-AT"),
        author="APA",
        publisher="DER NORMALE",
        day_from="JSON-LD datePublished",
    )


def regional_paywall_stub() -> Page:
    """The beginning, then an offer."""
    offer = (
        '<div class="paywall"><p>Jetzt weiterlesen mit Deichbote Plus</p><p>4 Wochen für nur 1 € testen, danach 9,99 € im Monat</p>'
        "<p>Bereits Abonnent? Anmelden</p></div>"
    )
    body = (
        f"{NAVIGATION}{BANNER}<main><article><h1>{TITLE}</h1><p class='lead'>{LEAD}</p>"
        f"<div class='author'>Jana Petersen</div><div class='article-body'>{paragraphs(*BODY[:2])}{offer}</div></article>"
        f"{TEASERS}</main>{FOOTER}"
    )
    return Page(
        "paywall stub", document(linked(isAccessibleForFree=False), body), publisher="Deichbote",
        day_from="JSON-LD datePublished", texts=(LEAD, *BODY[:2]),
        absent=(TEASER, OTHER, COOKIES, "Newsletter", "Impressum", "weiterlesen mit", "9,99", "Bereits Abonnent"),
    )  # fmt: skip


def live_ticker() -> Page:
    """Entries with times, the newest first."""
    entries = "".join(
        f"<article class='liveblog-entry'><header><time datetime='2024-12-04T{hour}:00:00+01:00'>{hour}:00 Uhr</time>"
        f"<h3>{title}</h3></header><div><p>{text}</p></div></article>"
        for hour, title, text in (
            ("14", "Grüne verlangen Prüfung", BODY[3]),
            ("12", "Schaden in Millionenhöhe", BODY[2]),
            ("09", "Schleuse zu", BODY[0]),
        )
    )
    body = f"{NAVIGATION}<main><h1>{TITLE}</h1><p class='intro'>{LEAD}</p><section class='liveblog'>{entries}</section></main>{TEASERS}{FOOTER}"
    return Page(
        "live ticker", document(linked(**{"@type": "LiveBlogPosting"}), body), publisher="Deichbote",
        day_from="JSON-LD datePublished", texts=(LEAD, BODY[0], BODY[2], BODY[3]),
    )  # fmt: skip


def client_rendered() -> Page:
    """An empty body; the report stands in the JSON-LD alone."""
    body = '<div id="root"></div><noscript>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</noscript>'
    head = linked(articleBody="\n\n".join((LEAD, *BODY)))
    return Page("rendered by scripts", document(head, body), publisher="Deichbote", day_from="JSON-LD datePublished")


def english_template() -> Page:
    """The template's language was never set; headline twice; soft hyphens and no-break spaces in the text."""
    soft = tuple(
        text.replace("behörde", "be\u00adhörde").replace("zwei Millionen", "zwei&nbsp;Millionen") for text in BODY
    )
    body = (
        f"{NAVIGATION}<main><article class='post type-post'><h1 class='entry-title'>{TITLE}</h1><div class='entry-meta'>"
        "<span class='posted-on'><time class='entry-date published' datetime='2024-12-04T10:30:00+01:00'>4. Dezember 2024</time>"
        "<time class='updated' datetime='2024-12-06T10:30:00+01:00'>6. Dezember 2024</time></span>"
        f"<span class='byline'>von <span class='author vcard'><a href='/author/jp'>Jana Petersen</a></span></span></div>"
        f"<div class='entry-content'><p><strong>{LEAD}</strong></p>{paragraphs(*soft)}"
        "<div class='sharedaddy'><h3>Teilen mit:</h3><ul><li>Facebook</li></ul></div></div></article>"
        f"<aside class='widget-area'><h2>Neueste Beiträge</h2><ul><li><a>{TEASER}</a></li></ul></aside></main>{FOOTER}"
    )
    return Page("blog", document("", body, lang="en-US", title=f"{TITLE} – Hafenblog"), day_from="time element")


def press_release() -> Page:
    """A ministry's page: "Pressemitteilung", contact at the end."""
    body = (
        f"{NAVIGATION}<main id='content'><div class='bpa-article'><span class='topline'>Pressemitteilung 214</span><h1 class='h1'>{TITLE}</h1>"
        "<dl class='docData'><dt>Datum</dt><dd class='datum'>04.12.2024</dd></dl>"
        f"<div class='article-text'><p class='abstract'>{LEAD}</p>{paragraphs(*BODY)}</div></div></main>{TEASERS}{FOOTER}"
    )
    head = '<meta name="DC.Date" content="2024-12-04"><meta name="DC.Publisher" content="Hafenamt Holmsand">'
    return Page(
        "press release", document(head, body), author=None, publisher="Hafenamt Holmsand", day_from="meta DC.Date"
    )


def news_channel() -> Page:
    """Articles of teasers with their own JSON-LD before the report's; time without offset."""
    teaser_node = linked(
        headline=TEASER, datePublished="2024-11-30T10:00:00+01:00", url="https://kanal.example/leuchtturm"
    )
    node = linked(url="https://kanal.example/schleuse-article1.html", publisher={"name": "kanal.example"})
    body = (
        f"{NAVIGATION}<main><article class='article'><div class='article__header'><h1><span class='article__kicker'>Unfall</span> "
        f"<span class='article__headline'>{TITLE}</span></h1><div class='article__infos'><span class='article__date'>04.12.2024, 10:30 Uhr</span></div></div>"
        f"<div class='article__text'><p><strong>{LEAD}</strong></p>{paragraphs(*BODY[:2])}<p class='article__aside'><a>{TEASER}</a></p>"
        f"{paragraphs(*BODY[2:])}<p class='article__source'>Quelle: ntx.example, jpe/dpa</p></div></article></main>{TEASERS}{FOOTER}"
    )
    head = teaser_node + node + '<link rel="canonical" href="https://kanal.example/schleuse-article1.html">'
    return Page(
        "news channel", document(head, body), publisher="kanal.example", day_from="JSON-LD datePublished",
        url="https://kanal.example/schleuse-article1.html",
    )  # fmt: skip


def church_agency() -> Page:
    """Dateline "Holmsand (epd).", date with a dot-less month, lead absent."""
    first = f"Holmsand (epd). {BODY[0]}"
    body = (
        f"{NAVIGATION}<main><div class='node node--type-artikel'><h1><span class='field--name-title'>{TITLE}</span></h1>"
        f"<div class='field--name-field-date'><time datetime='2024-12-04T12:00:00Z' class='datetime'>04. Dez 2024</time></div>"
        f"<div class='field--name-body'>{paragraphs(first, *BODY[1:])}</div></div></main>{TEASERS}{FOOTER}"
    )
    head = '<meta name="dcterms.creator" content="Jana Petersen"><meta property="og:site_name" content="Kirchenfunk">'
    return Page(
        "church agency",
        document(head, body),
        publisher="Kirchenfunk",
        day_from="time element",
        texts=(first, *BODY[1:]),
    )


def local_portal_forged() -> Page:
    """Dates that cannot be: one in the future, one of 1970; the address tells the day."""
    body = (
        f"{NAVIGATION}<main><article><h1>{TITLE}</h1><p>{LEAD}</p>{paragraphs(*BODY)}</article></main>{TEASERS}{FOOTER}"
    )
    head = (
        '<meta property="article:published_time" content="2099-01-01T00:00:00Z"><meta name="date" content="1970-01-01">'
        '<meta name="author" content="https://facebook.example/deichbote">'
        '<link rel="canonical" href="https://lokal.example/2024/12/04/schleuse/">'
    )
    return Page(
        "forged dates", document(head, body), author=None, day_from="the address",
        url="https://lokal.example/2024/12/04/schleuse/",
    )  # fmt: skip


def interview() -> Page:
    """Questions in bold, answers as paragraphs."""
    turns = (
        "Frau Kroll, was ist am Morgen geschehen?",
        "Ein Tankschiff hat das Tor gerammt. Wir haben die Schleuse sofort gesperrt und die Taucher gerufen, die am Donnerstag kommen.",
        "Hätte man das verhindern können?",
        "Nein. Die Technik ist geprüft, die Lotsen sind erfahren. Ich sehe keinen Anlass, von einem Versäumnis zu sprechen.",
    )
    body = (
        f"{NAVIGATION}<main><article><h1>„Wir haben Glück gehabt“</h1><p class='standfirst'>{LEAD}</p><p class='byline'>Interview von Jana Petersen</p>"
        "<p class='date'>4.12.2024 – 10:30 Uhr</p>"
        f"<div class='body'><p><strong>{turns[0]}</strong></p><p>{turns[1]}</p><p><strong>{turns[2]}</strong></p><p>{turns[3]}</p></div></article></main>{TEASERS}{FOOTER}"
    )
    return Page(
        "interview",
        document("", body, title="„Wir haben Glück gehabt“"),
        title="„Wir haben Glück gehabt“",
        day_from="visible date",
        texts=(LEAD, *turns),
    )


SITES: tuple[Callable[[], Page], ...] = (
    public_broadcaster, weekly_magazine, daily_paper_metered, tabloid_portal, microdata_only, nothing_but_html, swiss_paper,
    austrian_agency_like, regional_paywall_stub, live_ticker, client_rendered, english_template, press_release, news_channel,
    church_agency, local_portal_forged, interview,
)  # fmt: skip
