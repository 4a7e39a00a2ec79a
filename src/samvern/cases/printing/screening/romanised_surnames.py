# SPDX-License-Identifier: EUPL-1.2
"""Family names whose usual Latin spelling no rule gives: Korean, and Chinese as it is spoken in
Hong Kong, Taiwan and among those who live elsewhere.
"""

_TABLE = """
김 Kim Gim | 이 Lee Yi Rhee Ri | 박 Park Pak Bak | 최 Choi Choe Chey | 정 Jung Chung Jeong Cheong
조 Cho Jo | 강 Kang Gang | 윤 Yoon Yun | 장 Jang Chang | 임 Lim Im Rim | 한 Hahn | 오 Oh
서 Seo Suh | 신 Shin Sin | 권 Kwon | 황 Hwang | 안 Ahn An | 송 Song
류 Ryu Yoo Yu | 유 Yoo Yu | 홍 Hong | 전 Jeon Chun | 고 Ko Koh Go | 문 Moon Mun
손 Son Sohn | 양 Yang | 배 Bae Pae | 백 Baek Paik | 허 Heo Hur Huh | 노 Roh Noh
심 Shim Sim | 구 Koo Ku Goo | 우 Woo Wu U | 주 Joo Ju Chu | 남 Nam | 하 Ha
곽 Kwak | 차 Cha | 방 Bang | 王 Wong Ong | 陈 Chan Tan | 陳 Chan Tan
李 Lee | 张 Cheung Teo | 張 Cheung Teo | 黄 Wong Huang | 黃 Wong Huang | 林 Lam Lim
吴 Ng Goh | 吳 Ng Goh | 刘 Lau Low | 劉 Lau Low | 周 Chow Chew | 郑 Cheng Tay
鄭 Cheng Tay | 梁 Leung Neo | 何 Ho | 谢 Tse | 謝 Tse | 许 Hui Koh
許 Hui Koh | 蔡 Tsai Choi Chua | 叶 Yip | 葉 Yip | 郭 Kwok Kuo | 曾 Tsang
邓 Tang | 鄧 Tang | 罗 Law | 羅 Law | 徐 Tsui Hsu | 杨 Yeung Yeo
楊 Yeung Yeo
"""
LATIN = {
    words[0]: tuple(words[1:])
    for line in _TABLE.split("\n")
    for entry in line.split("|")
    if (words := entry.split())
}
"""The usual Latin spellings of a family name."""


def surnames_written_as(latin: str) -> list[str]:
    """The family names a Latin spelling may stand for."""
    wanted = latin.casefold()
    return [own for own, ways in LATIN.items() if wanted in (way.casefold() for way in ways)]
