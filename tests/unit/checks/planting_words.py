"""Words by locale, and the wrong ones that are planted in their place."""

CALENDAR = {
    "nl": {
        "november": "december", "oktober": "september", "mei": "juni", "augustus": "juli", "juli": "juni",
        "december": "november", "maandag": "dinsdag", "vrijdag": "donderdag", "Maandag": "Zondag",
        "donderdag": "vrijdag", "dinsdag": "woensdag",
    },
    "en": {
        "November": "December", "October": "September", "August": "July", "July": "June", "December": "November",
        "Monday": "Tuesday", "Friday": "Thursday", "Tuesday": "Wednesday", "Thursday": "Friday",
    },
    "ru": {
        "ноября": "декабря", "октября": "сентября", "мае": "июне", "августа": "июля", "июле": "июне",
        "декабря": "ноября", "понедельник": "вторник", "пятницу": "четверг", "вторника": "среды", "четверга": "пятницы",
    },
}  # fmt: skip
SPELLED = {
    "nl": {"twee": "drie", "drie": "vier", "vier": "zes", "zes": "zeven", "tien": "elf", "vijf": "acht",
           "vijfde": "zesde"},
    "en": {"two": "three", "three": "five", "four": "six", "six": "eight", "ten": "eleven", "five": "nine",
           "eleven": "twelve"},
    "ru": {"два": "пять", "две": "четыре", "двое": "шестеро", "три": "семь", "шесть": "восемь", "десять": "девять",
           "трое": "пятеро", "пять": "девять", "Трое": "Пятеро", "Три": "Шесть"},
}  # fmt: skip
UNITS = {
    "nl": {"kilometer": "mijl", "meter": "voet", "procent": "graden", "minuten": "uren", "weken": "maanden",
           "dagen": "weken", "liter": "kilo", "ton": "gram", "jaar": "maanden", "maanden": "weken"},
    "en": {"kilometers": "miles", "meters": "feet", "minutes": "hours", "weeks": "months", "days": "weeks",
           "liters": "gallons", "tonnes": "pounds", "months": "weeks", "hours": "days", "miles": "kilometers",
           "pounds": "kilos", "inches": "feet"},
    "ru": {"километров": "миль", "километрах": "милях", "метра": "фута", "метрах": "футах", "минут": "часов",
           "недель": "месяцев", "дней": "недель", "литра": "килограмма", "литров": "килограммов", "тонн": "граммов",
           "месяцев": "недель", "часов": "дней"},
}  # fmt: skip
MONEY = {
    "nl": {"dollar": "euro", "euro": "dollar"},
    "en": {"$": "€", "€": "$"},
    "ru": {"долларов": "евро", "доллара": "рубля", "евро": "рублей"},
}
ACRONYMS = {
    "nl": {"NASA": "ESA", "EU": "VS", "VN": "UN", "WHO": "WTO"},
    "en": {"NASA": "ESA", "EU": "NATO", "UN": "EU", "WHO": "WTO"},
    "ru": {"НАСА": "ЕКА", "ЕС": "США", "ООН": "НАТО", "ВОЗ": "ВТО"},
}
NATIONS = {
    "nl": {word: word.lower() for word in ("Russische", "Amerikaanse", "Amerikanen", "Russen", "Nederlandse", "Fransen",
                                           "Duitsers", "Japanse", "Chinese", "Japanner", "Fransman")},
    "en": {word: word.lower() for word in ("Russian", "American", "Russians", "Americans", "Dutch", "Germans",
                                           "Japanese", "Chinese", "Frenchman")},
    "ru": {"американцев": "Американцев", "россиян": "Россиян", "французов": "Французов", "немцев": "Немцев",
           "китайцами": "Китайцами", "россияне": "Россияне", "японец": "Японец"},
}  # fmt: skip
NAMES = {
    "nl": {"Sjipenko": "Shipenko", "Sjkaplerov": "Shkaplerov", "Joelia": "Yulia", "Bajkonoer": "Baikonur",
           "Peresild": "Perisilt"},
    "en": {"Shipenko": "Sjipenko", "Shkaplerov": "Sjkaplerov", "Yulia": "Joelia", "Baikonur": "Bajkonoer"},
    "ru": {"Шипенко": "Сжипенко", "Шкаплеров": "Скаплеров", "Пересильд": "Пересилдь"},
}  # fmt: skip
