-- Sets of real people that new identities are compared with, as the user listed them.
create table leak_gallery (
  id bigint generated always as identity primary key,
  kind varchar(16) not null,
  name varchar(512) not null,
  location varchar(4096) not null,
  columns_given int not null,
  model varchar(160),
  added timestamp(3) with time zone not null,
  unique (kind, location)
);

-- Comparisons that were made, by content: a block of gallery rows and a row that was asked about,
-- each by the SHA-256 of its numbers. What did not change is never compared again.
create table leak_block (
  id bigint generated always as identity primary key,
  hash binary(32) not null unique
);
create table leak_asked (
  id bigint generated always as identity primary key,
  hash binary(32) not null unique
);
create table leak_match (
  block_id bigint not null references leak_block (id),
  asked_id bigint not null references leak_asked (id),
  above_similar int not null,
  above_same int not null,
  nearest varbinary(1200) not null,
  primary key (block_id, asked_id)
);
