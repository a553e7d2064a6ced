-- Whether a place is called with an article inside a sentence: the United States, the Gaza Strip, the Netherlands.
create or replace macro is_called_the(place) as
    regexp_matches(
        place,
        '^(United|Democratic|Central|Czech|Dominican) .*(States|Kingdom|Emirates|Republic)|^Democratic Republic'
        '|(Islands|Strip|West Bank|Netherlands|Philippines|Maldives|Bahamas|Comoros|Seychelles|Sea|Ocean|Peninsula'
        '|Coast|Highlands|Alps|Balkans|Sahel|Gambia|Gulf|Strait|Channel)$'
    );
