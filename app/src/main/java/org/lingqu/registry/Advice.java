package org.lingqu.registry;

/** What to do about something that could not be read, in both languages of the house. */
public record Advice(String chinese, String english) {

    @Override
    public String toString() {
        return chinese + "。" + english + ".";
    }
}
