package org.lingqu.engine.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "云科函〔2021〕253号A, 云科函〔2021〕253号, A",
        "云政办发[2021]3号, 云政办发[2021]3号,",
        "云政办发【2021】3号, 云政办发【2021】3号,",
        "云政办发（2021）3号, 云政办发（2021）3号,",
        "云 政 发 〔 2021 〕 3 号, 云政发〔2021〕3号,",
        "国令第706号, 国令第706号,",
        "云溪市人民政府令 第12号, 云溪市人民政府令第12号,",
        "公告 2021年第11号, 公告2021年第11号,",
        "云溪市科技局公告2021年第11号, 云溪市科技局公告2021年第11号,",
    })
    void readsAllFormsOfNumbers(String text, String number, String suffix) {
        DocumentNumber found = Objects.requireNonNull(DocumentNumber.only(text));

        assertThat(found.number()).isEqualTo(number);
        assertThat(found.suffix()).isEqualTo(suffix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"民族大道89号", "第4626号提案", "2021年第3号", "3号楼", "〔2021〕号", "热线12345号", "嫦娥五号"})
    void isNotMisledByOtherNumbers(String text) {
        assertThat(DocumentNumber.find(text, 0)).isNull();
    }
}
