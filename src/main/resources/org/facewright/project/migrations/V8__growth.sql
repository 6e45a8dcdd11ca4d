-- What became of an identity vector that was to be grown into pictures. plan is the hash of the
-- generator and of how it draws, reference names the vector within it.
create table growth (
  id bigint generated always as identity primary key,
  run_id bigint not null references stage_run (id),
  plan varchar(64) not null,
  reference varchar(600) not null,
  parent_id bigint references identity (id),
  identity_id bigint references identity (id),
  wanted int not null,
  kept int not null,
  unlike int not null,
  duplicates int not null,
  made timestamp(3) with time zone not null,
  unique (plan, reference)
);
create index growth_by_identity on growth (identity_id);

-- Its pictures, each with what draws it again.
create table grown_picture (
  image_id bigint primary key references image (id),
  growth_id bigint not null references growth (id),
  number int not null,
  amount real not null,
  attempt int not null,
  seed bigint not null,
  similarity real,
  unique (growth_id, number)
);
