-- Frozen, versioned sets. The folder releases/NAME-vN holds the manifest; info_hash is the SHA-256 of
-- its release.json, which holds that of the manifest, which holds that of every picture.
create table release (
  id bigint generated always as identity primary key,
  name varchar(128) not null,
  version int not null,
  run_id bigint references stage_run (id),
  created timestamp(3) with time zone not null,
  identities int not null,
  images int not null,
  augmented int not null,
  replaced int not null,
  info_hash varchar(64) not null,
  unique (name, version)
);

-- Which version of a name was made current, and when. The last one that was not taken back counts.
create table release_choice (
  id bigint generated always as identity primary key,
  release_id bigint not null references release (id),
  made timestamp(3) with time zone not null,
  person varchar(128) not null,
  note varchar(512) not null,
  taken_back boolean not null default false
);
