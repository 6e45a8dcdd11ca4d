package org.facewright.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.assembly.AssemblyException.Reason;
import org.facewright.project.release.Balance;
import org.facewright.project.release.Composition.Dropped;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.Replacement;
import org.facewright.project.release.SourcePart;
import org.jspecify.annotations.Nullable;

/** Decides who is in a release: by shares, with too-few identities replaced one for one. */
final class Selection {
  /**
   * Somebody who is in.
   *
   * @param instead whose place they took; null if nobody's
   */
  record Chosen(Candidate candidate, @Nullable Candidate instead) {}

  /** Who is in, and who is not and why. */
  record Result(List<Chosen> chosen, List<Dropped> dropped) {}

  private final ReleaseRecipe recipe;
  private final Lot lot;
  private final Attributes attributes;
  private final List<Chosen> chosen = new ArrayList<>();
  private final List<Dropped> dropped = new ArrayList<>();

  Selection(ReleaseRecipe recipe, Attributes attributes) {
    this.recipe = recipe;
    this.lot = new Lot(recipe.seed());
    this.attributes = attributes;
  }

  /**
   * Chooses among everybody.
   *
   * @throws AssemblyException if there are not enough
   */
  Result choose(List<Candidate> all) throws AssemblyException {
    if (all.stream().noneMatch(this::usable)) {
      throw new AssemblyException(
          Reason.NOTHING_USABLE,
          "No identity of this project has %d images that count; clean it, make more, or lower the minimum."
              .formatted(recipe.minimum()));
    }
    Map<String, Integer> targets = targets();
    List<Candidate> vacant = new ArrayList<>();
    for (SourcePart part : recipe.parts()) {
      if (!part.synthetic() && part.share() > 0) {
        vacant.addAll(own(of(all, part), part, targets.getOrDefault(part.name(), 0)));
      }
    }
    Set<Candidate> lent = replace(vacant, all);
    for (SourcePart part : recipe.parts()) {
      if (part.synthetic() && part.share() > 0) {
        List<Candidate> rest = of(all, part).stream().filter(c -> !lent.contains(c)).toList();
        made(rest, part, targets.getOrDefault(part.name(), 0));
      }
    }
    chosen.sort(Comparator.comparing((Chosen each) -> each.candidate().label()));
    return new Result(List.copyOf(chosen), List.copyOf(dropped));
  }

  private boolean usable(Candidate candidate) {
    return candidate.faces().size() >= recipe.minimum();
  }

  private static List<Candidate> of(List<Candidate> all, SourcePart part) {
    return all.stream().filter(candidate -> candidate.part().equals(part)).toList();
  }

  /** Identities of each source, by its share; nothing where all are taken. */
  private Map<String, Integer> targets() {
    Map<String, Integer> targets = new LinkedHashMap<>();
    double shares = recipe.parts().stream().mapToDouble(SourcePart::share).sum();
    double owed = 0;
    int given = 0;
    for (SourcePart part : recipe.parts()) {
      owed += recipe.identities() * part.share() / shares;
      int upTo = (int) Math.round(owed);
      targets.put(part.name(), upTo - given);
      given = upTo;
    }
    return targets;
  }

  /** Takes photographed identities; returns those whose place is vacant. */
  private List<Candidate> own(List<Candidate> all, SourcePart part, int target)
      throws AssemblyException {
    List<Candidate> able = all.stream().filter(this::usable).toList();
    List<Candidate> few = all.stream().filter(c -> !usable(c)).toList();
    boolean replacing = recipe.replacement() != Replacement.OFF;
    int wanted = recipe.identities() == 0 ? able.size() + (replacing ? few.size() : 0) : target;
    int places = Math.max(0, wanted - able.size());
    if (places > (replacing ? few.size() : 0)) {
      throw fewer(part, wanted, able.size(), replacing ? few.size() : 0);
    }
    take(able, Math.min(wanted, able.size()));
    List<Candidate> drawn = lot.shuffled(few, "vacant " + part.name());
    List<Candidate> vacant = new ArrayList<>(drawn.subList(0, places));
    vacant.sort(Comparator.comparing(Candidate::label));
    for (Candidate other : few) {
      if (!vacant.contains(other)) {
        drop(other, tooFew(replacing ? "" : ", and replacement is off"));
      }
    }
    return vacant;
  }

  private AssemblyException fewer(SourcePart part, int wanted, int able, int few) {
    String more = few == 0 ? "" : " and %,d more with fewer could be replaced".formatted(few);
    return new AssemblyException(
        Reason.FEWER_THAN_ASKED,
        ("The recipe asks for %,d identities of %s, but %,d have %d images or more%s; ask for"
                + " fewer identities, change the shares, or lower the minimum.")
            .formatted(wanted, part.name(), able, recipe.minimum(), more));
  }

  private String tooFew(String why) {
    return "fewer than " + recipe.minimum() + " images that count" + why;
  }

  private void take(List<Candidate> able, int count) {
    List<Candidate> taken = drawn(able, count);
    Set<Candidate> in = new HashSet<>(taken);
    taken.forEach(candidate -> chosen.add(new Chosen(candidate, null)));
    able.stream()
        .filter(candidate -> !in.contains(candidate))
        .forEach(candidate -> drop(candidate, "not drawn: fewer identities were asked for"));
  }

  private List<Candidate> drawn(List<Candidate> able, int count) {
    if (count >= able.size()) {
      return able;
    }
    List<Candidate> mixed = lot.shuffled(able, "identities");
    Balance balance = recipe.balance();
    return balance == Balance.SEX || balance == Balance.AGE
        ? Evenly.take(mixed, count, candidate -> attributes.group(candidate, balance))
        : mixed.subList(0, count);
  }

  /** Fills vacant places with synthetic identities; returns those. */
  private Set<Candidate> replace(List<Candidate> vacant, List<Candidate> all)
      throws AssemblyException {
    List<Candidate> able =
        all.stream().filter(c -> c.part().synthetic() && usable(c)).toList();
    List<Candidate> mixed = lot.shuffled(able, "replacements");
    if (vacant.size() > mixed.size() && recipe.replacement() == Replacement.EVERY) {
      throw new AssemblyException(
          Reason.NO_REPLACEMENT,
          ("%,d identities with fewer than %d images must be replaced, but there are only %,d"
                  + " synthetic ones; make more, lower the minimum, or turn replacement off.")
              .formatted(vacant.size(), recipe.minimum(), mixed.size()));
    }
    Set<Candidate> lent = new HashSet<>();
    for (int i = 0; i < vacant.size(); i++) {
      if (i < mixed.size()) {
        chosen.add(new Chosen(mixed.get(i), vacant.get(i)));
        lent.add(mixed.get(i));
      } else {
        drop(vacant.get(i), tooFew(", and no synthetic identity was left to take its place"));
      }
    }
    return lent;
  }

  /** Takes synthetic identities in their own right. */
  private void made(List<Candidate> all, SourcePart part, int target) throws AssemblyException {
    List<Candidate> able = all.stream().filter(this::usable).toList();
    int wanted = recipe.identities() == 0 ? able.size() : target;
    if (wanted > able.size()) {
      throw fewer(part, wanted, able.size(), 0);
    }
    take(able, wanted);
    all.stream().filter(c -> !usable(c)).forEach(c -> drop(c, tooFew("")));
  }

  private void drop(Candidate candidate, String reason) {
    dropped.add(
        new Dropped(
            candidate.label(), candidate.part().name(), candidate.faces().size(), reason));
  }
}
