-- A sentence without the place, day and agency before it: "OSLO, March 4 (Continental Wire) - ", "NEW DELHI: ",
-- "ST. PAUL, Minn. (AP) - ", "Feb 11 (IPS) ".
create or replace macro without_dateline(sentence) as
    regexp_replace(
        sentence,
        '^(?:\p{Lu}[\p{Lu}.''’-]{1,}(?: \p{Lu}[\p{Lu}.''’-]*)*(?:, [^,“”"‘]{1,30}){0,3}(?: \([^)]*\))? [-–—] '
        || '|\p{Lu}{3,}(?: \p{Lu}{2,})*: |[^()“”"‘]{0,40} \(\p{Lu}{2,6}\):? (\p{Lu}))',
        '\1'
    );
