-- What the search reads of others: the words between a person and the house, and the language in which a person writes.
create view messaging.published_message as
  select id, thread_id, at, subject, text from messaging.message where thread_id is not null;
create view people.published_language as
  select id as person_id, language from people.person where language is not null;
revoke insert, update, delete, truncate on messaging.published_message, people.published_language from bedside_app;

-- Every word of a conversation once, as it is written and by its stem: subject, messages and notes together, so that words
-- from the question and from the answer find it. Without places in the text, so that adding words again changes nothing.
create table desk.searchable (
  conversation_id uuid primary key references desk.conversation,
  words tsvector not null
);
create index searchable_by_word on desk.searchable using gin (words);
-- A row is read beside its words a thousand times for one search: that is quicker where they are not kept elsewhere.
alter table desk.searchable alter column words set storage main;
alter table desk.searchable set (toast_tuple_target = 8160);

-- Every word that stands in a conversation, once: a word typed wrongly is compared with these. near holds the word and all
-- that is left when one letter is left out: two words that are one slip apart have one of these in common.
create table desk.search_word (
  word text collate "C" primary key check (length(word) between 4 and 30),
  near text[] not null
);
create index search_word_by_near on desk.search_word using gin (near);

-- By which stems what somebody types is looked for: those of the house, and of every language in which somebody asked.
create table desk.search_stemmer (dictionary text primary key check (dictionary ~ '^[a-z]+_stem$'));
insert into desk.search_stemmer (dictionary) values ('english_stem'), ('spanish_stem');

-- Conversations from before there was a search: whoever has a row here is still to be read, the newest first.
create table desk.search_due (
  conversation_id uuid primary key references desk.conversation,
  opened_at timestamptz not null
);
create index search_due_by_time on desk.search_due (opened_at);
insert into desk.search_due (conversation_id, opened_at) select id, opened_at from desk.conversation;

revoke delete, truncate on desk.searchable from bedside_app;
revoke update, delete, truncate on desk.search_word, desk.search_stemmer from bedside_app;
revoke truncate on desk.search_due from bedside_app;

-- A search goes from the newest question back: of everybody, of a team, of a facility, of a colleague.
create index conversation_by_opening on desk.conversation (opened_at, id);
create index conversation_by_team_opening on desk.conversation (team_id, opened_at, id);
create index conversation_by_facility_opening on desk.conversation (facility_id, opened_at, id);
create index conversation_by_owner_opening on desk.conversation (owner_staff_id, opened_at, id)
  where owner_staff_id is not null;

-- The stemmer that PostgreSQL 15 and later has for a language; null for the others, which are found as they are written.
create function desk.stemmer_of(language text) returns text
language sql immutable parallel safe set search_path = pg_catalog as $$
  select case lower(split_part(language, '-', 1))
    when 'ar' then 'arabic_stem' when 'hy' then 'armenian_stem' when 'eu' then 'basque_stem' when 'ca' then 'catalan_stem'
    when 'da' then 'danish_stem' when 'nl' then 'dutch_stem' when 'en' then 'english_stem' when 'fi' then 'finnish_stem'
    when 'fr' then 'french_stem' when 'de' then 'german_stem' when 'el' then 'greek_stem' when 'hi' then 'hindi_stem'
    when 'hu' then 'hungarian_stem' when 'id' then 'indonesian_stem' when 'ga' then 'irish_stem'
    when 'it' then 'italian_stem' when 'lt' then 'lithuanian_stem' when 'ne' then 'nepali_stem'
    when 'no' then 'norwegian_stem' when 'nb' then 'norwegian_stem' when 'nn' then 'norwegian_stem'
    when 'pt' then 'portuguese_stem' when 'ro' then 'romanian_stem' when 'ru' then 'russian_stem'
    when 'sr' then 'serbian_stem' when 'es' then 'spanish_stem' when 'sv' then 'swedish_stem' when 'ta' then 'tamil_stem'
    when 'tr' then 'turkish_stem' when 'yi' then 'yiddish_stem' end
$$;

create function desk.near(word text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select array(select word union select left(word, at - 1) || substr(word, at + 1) from generate_series(1, length(word)) at)
$$;

-- Adds words to what is known of conversations: [{"id": …, "words": […]}, …], each conversation once. A conversation of
-- ten thousand words is full: its row stays far below what a tsvector may hold, whatever is sent to it.
create function desk.add_words(given jsonb) returns void
language sql set search_path = pg_catalog as $$
  insert into desk.search_stemmer (dictionary)
    select distinct desk.stemmer_of(l.language) from jsonb_array_elements(given) it
      join desk.conversation c on c.id = (it->>'id')::uuid
      join people.published_language l on l.person_id = c.asker_current_id
    where desk.stemmer_of(l.language) is not null
      and not exists (select from desk.search_stemmer s where s.dictionary = desk.stemmer_of(l.language))
    order by 1 on conflict do nothing;
  with stood as materialized (
    select c.id, word collate "C" as word, desk.stemmer_of(l.language) as own from jsonb_array_elements(given) it
      join desk.conversation c on c.id = (it->>'id')::uuid
      left join people.published_language l on l.person_id = c.asker_current_id,
      jsonb_array_elements_text(it->'words') word),
  stems as materialized (
    select word, own, array(select word union
      select stem from unnest(array['english_stem', 'spanish_stem', own]) it, unnest(ts_lexize(it::regdictionary, word)) stem
      where stem <> '') as lexemes
    from (select distinct word, own from stood) it)
  insert into desk.searchable as known (conversation_id, words)
    select stood.id, array_to_tsvector(array_agg(distinct lexeme collate "C"))
    from stood join stems on stems.word = stood.word and coalesce(stems.own, '') = coalesce(stood.own, ''), unnest(lexemes) lexeme
    group by stood.id order by stood.id
  on conflict (conversation_id) do update set words = known.words || excluded.words where length(known.words) < 10000;
  insert into desk.search_word (word, near)
    select word, desk.near(word) from (
      select distinct word from jsonb_array_elements(given) it, jsonb_array_elements_text(it->'words') word
      where length(word) between 4 and 30 and word !~ '[0-9]') it
    where not exists (select from desk.search_word known where known.word = it.word)
    order by word
    on conflict do nothing;
$$;
