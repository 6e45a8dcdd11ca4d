-- How the images of an identity stand, kept with every change: counting five million rows at each
-- look would take longer than anybody waits.
alter table identity add column images int default 0 not null;
alter table identity add column kept int default 0 not null;
alter table identity add column rejected int default 0 not null;
alter table identity add column ambiguous int default 0 not null;
alter table identity add column decided int default 0 not null;
alter table identity add column similarity_sum double precision default 0 not null;
alter table identity add column similarities int default 0 not null;

update identity d set (images, kept, rejected, ambiguous, decided, similarity_sum, similarities) = (
  select count(*),
    count(case when i.state = 'KEPT' then 1 end),
    count(case when i.state = 'REJECTED' then 1 end),
    count(case when i.state = 'AMBIGUOUS' then 1 end),
    count(case when i.decided then 1 end),
    coalesce(sum(cast(i.similarity as double precision)), 0),
    count(i.similarity)
  from image i where i.identity_id = d.id);

create index identity_by_doubt on identity (ambiguous desc, rejected desc);
