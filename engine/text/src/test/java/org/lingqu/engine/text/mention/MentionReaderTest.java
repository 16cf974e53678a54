package org.lingqu.engine.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.text.ActionMention;
import org.lingqu.engine.text.OrganisationMention;
import org.lingqu.engine.text.RoleMention;

class MentionReaderTest {

    private final MentionReader reader = new MentionReader();

    private Mentions read(String... paragraphs) {
        return reader.read(Pages.by("福建省科学技术厅", paragraphs));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "organisations.csv", delimiter = '|', numLinesToSkip = 1)
    void namesOrganisations(String sentence, @Nullable String names) {
        List<String> expected = names == null ? List.of() : List.of(names.split("/", -1));
        assertThat(read(sentence).organisations())
                .extracting(OrganisationMention::name)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "roles.csv", delimiter = '|', numLinesToSkip = 1)
    void namesPersonsInOffice(
            String sentence, @Nullable String person, @Nullable String title, @Nullable String organisation) {
        List<RoleMention> roles = read(sentence).roles();
        if (person == null) {
            assertThat(roles).isEmpty();
            return;
        }
        assertThat(roles).hasSize(1);
        assertThat(roles.getFirst().person()).isEqualTo(person);
        assertThat(roles.getFirst().title()).isEqualTo(title);
        assertThat(roles.getFirst().organisation()).isEqualTo(organisation);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "actions.csv", delimiter = '|', numLinesToSkip = 1)
    void tellsWhoDoesWhat(
            String sentence,
            @Nullable String actor,
            @Nullable String verb,
            @Nullable String object,
            @Nullable String status,
            @Nullable String date) {
        List<ActionMention> actions = read(sentence).actions();
        if (verb == null) {
            assertThat(actions).isEmpty();
            return;
        }
        ActionMention action = actions.getFirst();
        assertThat(action.actor()).isEqualTo(actor);
        assertThat(action.verb()).isEqualTo(verb);
        assertThat(action.object()).isEqualTo(object);
        assertThat(action.status()).isEqualTo(ActionMention.Status.valueOf(String.valueOf(status)));
        assertThat(action.date()).isEqualTo(date);
    }

    @Test
    void carriesTheActorToTheNextClauseButNotToTheNextSentence() {
        List<ActionMention> actions = read("福建省科技厅成立专班，启动养殖普查。开展海水淡化试验。").actions();
        assertThat(actions).extracting(ActionMention::actor).containsExactly("福建省科技厅", "福建省科技厅", null);
    }

    @Test
    void namesAnOrganisationOnceAtItsFirstPlace() {
        List<OrganisationMention> named = read("甲。", "省科技厅。省科技厅。").organisations();
        assertThat(named).hasSize(1);
        assertThat(named.getFirst().span().start()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void readsAnyTextWithoutComplaint(long seed) {
        var random = new Random(seed);
        String pieces = "福建省市科技厅局公司大学书记厅长林知远将已出台印发建设今年4月2020年、，。：（一）《》“”a \ud83d\ude00\ud800";
        var text = new StringBuilder("省科技厅出台方案。");
        for (int i = 0; i < 5_000; i++) {
            text.append(pieces.charAt(random.nextInt(pieces.length())));
        }
        Mentions mentions = read(text.toString());
        assertThat(mentions.organisations()).as("seed %d", seed).isNotEmpty();
        assertThat(mentions.actions()).allSatisfy(a -> assertThat(a.object()).isNotBlank());
    }
}
