-- Words of a sentence without the conjunction that ties them to those before.
create or replace macro without_conjunction(words) as
    regexp_replace(words, '^(?:(?:and|but|or) that|and|but|or|so|while|though|although|because|that) ', '');
