--- The words of dates, bylines and lines about authors, as furniture.lua has
--- those of furniture: small letters, bars between phrases. The rules that ask
--- for them are core/clean/authors.c and dates.c.
local words = {}

--- What counters count, by the reason that they give: "12 comments".
words.counted = {
  comments = [[comment|comments|reply|replies|kommentar|kommentare|
    commentaire|commentaires|comentario|comentarios|commenti|комментариев]],
  share = "share|shares|likes|views|retweets",
}

--- Words between those of the name of a section: "Arts & Books".
words.joining = "and|the|of|in|to|my|your|our|s"

--- What a line about its author says anywhere, and how it begins; and the words
--- before a trade ("Ida Morrow is a reporter"): those of the first row that a
--- line has count.
words.bios = "contributed to this"
words.bio_starts = "additional reporting"
words.is = { "is a|is an", "is the" }

--- Names of months, January first.
words.months = {
  "january|jan|janvier|januar|enero|jänner", "february|feb|février|februar|febrero",
  "march|mar|mars|märz|marzo", "april|apr|avril|abril", "may|mai|mayo", "june|jun|juin|juni|junio",
  "july|jul|juillet|juli|julio", "august|aug|août|agosto", "september|sep|sept|septembre|septiembre",
  "october|oct|octobre|oktober|okt|octubre", "november|nov|novembre|noviembre",
  "december|dec|décembre|dezember|dez|diciembre",
}

--- Three letters with which words begin that make a time stamp of a line.
words.month_starts = "jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez"

--- Days, which are no places.
words.days = [[
  monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|
  fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|
  lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|
  jueves|viernes|sábado|domingo]]

--- Other words of a time stamp, and those that make one of any number.
words.stamps = [[
  published|updated|posted|last|first|modified|created|on|at|am|pm|a|m|p|et|
  est|edt|gmt|utc|bst|pt|pst|pdt|cet|ist|monday|tuesday|wednesday|thursday|
  friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|date|time|th|st|nd|rd|
  ago|hours|hour|minutes|minute|days|day|weeks|week|months|month|read|min|
  mins|h|uhr|aktualisiert|stand|by|the|of]]
words.stamp_ends = "ago"

--- Before the author's name, in any case; as written, where two names follow;
--- in the beginning of a byline, whatever follows; before a name, though it
--- makes no byline; and words with which the name is over ("on Friday").
words.by = "by"
words.by_names = "Von|Par|Por"
words.by_starts = "written by|posted by|reported by|reporting by|editing by|published by|author:"
words.by_written = "written by"
words.by_ends = "on"

return words
