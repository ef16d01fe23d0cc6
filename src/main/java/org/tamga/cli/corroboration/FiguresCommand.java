package org.tamga.cli.corroboration;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.cli.record.RecordOption;
import org.tamga.corroboration.genealogy.FigurePoint;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.independence.Corroboration;
import org.tamga.custody.ArchiveView;
import org.tamga.export.picture.FigurePicture;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.corroboration.Corroborated;
import org.tamga.record.corroboration.FigureSources;
import org.tamga.record.corroboration.GenealogyLine;
import org.tamga.record.corroboration.Sight;
import org.tamga.record.decision.GroupDecisions;
import org.tamga.record.echo.ArchiveEchoes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where figures come from. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description = {
      "Shows all numbers given for one population and measure: by whom, when, citing whom,",
      "in place of what, against what. Nothing is added up or averaged."
    })
public final class FiguresCommand implements Callable<Integer> {
  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--json", description = "One object for each genealogy")
  private boolean json;

  @Option(names = "--svg", description = "The time line of the one genealogy that fits, as SVG")
  private boolean svg;

  @Option(names = "--all", description = "Also figures that stand alone")
  private boolean all;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "Words that must all be there (population, measure, place, speaker), or an id")
  private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    return record.asFarAsItIs(this::show);
  }

  private int show(ArchiveView view, ArchiveRecord open) throws IOException {
    Optional<FigureSources> sources = ArchiveEchoes.asItIs(view, open).map(FigureSources::new);
    Corroborated found = Corroborated.read(open, Sight.KEEPER);
    Asked asked = Asked.of(words);
    List<Genealogy> genealogies =
        found.genealogies().stream()
            .filter(one -> asked.fits(Corroborated.ids(one), texts(one)))
            .toList();
    PrintWriter out = record.archive().out();
    if (svg) {
      return picture(genealogies);
    }
    int alone = 0;
    for (Genealogy one : genealogies) {
      if (json) {
        out.println(
            GenealogyLine.write(
                one,
                found.documents(),
                found.decisions().about(Corroborated.ids(one)),
                sources.flatMap(counted -> counted.of(one)).orElse(null)));
      } else if (one.points().size() > 1 || all || asked.digits().length() > 0) {
        new GenealogyText(out, found).print(one);
        sources(one, sources.flatMap(counted -> counted.of(one)));
      } else {
        alone++;
      }
    }
    if (!json) {
      summary(genealogies.size() - alone, alone);
      orphans(found.decisions());
    }
    return ExitStatus.GOOD;
  }

  private void sources(Genealogy one, Optional<Corroboration> counted) {
    if (one.points().size() > 1) {
      String why = counted.map(Corroboration::why).orElse("not counted yet; run tamga echoes");
      record.archive().out().println(Shown.safely("  sources: " + why));
    }
    record.archive().out().println();
  }

  private void summary(int shown, int alone) {
    record
        .archive()
        .out()
        .println(
            Shown.safely(
                shown
                    + (shown == 1 ? " genealogy" : " genealogies")
                    + (alone == 0
                        ? ""
                        : "; " + alone + " more figures stand alone, shown with --all")));
  }

  private int picture(List<Genealogy> genealogies) {
    if (genealogies.size() != 1) {
      return record
          .archive()
          .complain(
              genealogies.size() + " genealogies fit, and a picture shows one",
              "give more words, or an id that tamga figures shows",
              ExitStatus.WRONG_USAGE);
    }
    record.archive().out().println(FigurePicture.draw(genealogies.getFirst()));
    return ExitStatus.GOOD;
  }

  private void orphans(GroupDecisions decisions) {
    GroupText.orphans(record.archive().out(), decisions);
  }

  private static List<String> texts(Genealogy one) {
    List<String> texts = new ArrayList<>(one.places());
    texts.add(one.measure() == null ? "" : one.measure());
    for (FigurePoint point : one.points()) {
      texts.add(point.populationLabel());
      texts.add(point.figure().target().exact());
      texts.add(point.figure().measure() == null ? "" : point.figure().measure());
      texts.add(point.figure().of() == null ? "" : point.figure().of());
      texts.add(point.figure().by() == null ? "" : point.figure().by().name());
      texts.add(point.file());
    }
    return texts;
  }
}
