import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('full_name', models.CharField(max_length=200)),
                ('known_as', models.CharField(max_length=200)),
                ('born', models.DateField()),
                ('language', models.CharField(choices=[('en', 'en'), ('cy', 'cy'), ('other', 'other')], max_length=24)),
                ('postcode', models.CharField(max_length=8)),
                ('latitude', models.DecimalField(decimal_places=5, max_digits=8)),
                ('longitude', models.DecimalField(decimal_places=5, max_digits=8)),
                ('disabled', models.BooleanField(default=False)),
                ('origin', models.CharField(choices=[('real', 'real'), ('published', 'published'), ('synthetic', 'synthetic')], default='real', max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('lsoa', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('patch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.patch')),
                ('ward', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
            ],
            options={
                'indexes': [models.Index(fields=['council', '-id'], name='person_by_council'), models.Index(fields=['council', 'patch'], name='person_by_patch')],
                'constraints': [models.CheckConstraint(condition=models.Q(('language__in', ['en', 'cy', 'other'])), name='person_language'), models.CheckConstraint(condition=models.Q(('origin__in', ['real', 'published', 'synthetic'])), name='person_origin')],
            },
        ),
        migrations.CreateModel(
            name='Decider',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('authority', models.CharField(choices=[('own', 'own'), ('supported', 'supported'), ('attorney', 'attorney'), ('deputy', 'deputy'), ('best_interests', 'best_interests'), ('urgent_duty', 'urgent_duty')], max_length=24)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deciders', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('authority__in', ['own', 'supported', 'attorney', 'deputy', 'best_interests', 'urgent_duty'])), name='decider_authority')],
            },
        ),
        migrations.CreateModel(
            name='Death',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='death', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'user'], name='assignment_by_user')],
            },
        ),
        migrations.CreateModel(
            name='PersonLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('self', 'self'), ('family', 'family'), ('unpaid_carer', 'unpaid_carer')], max_length=24)),
                ('relationship', models.CharField(blank=True, max_length=80)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='people.person')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'person', 'user', 'kind', 'starts'), name='person_link_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['self', 'family', 'unpaid_carer'])), name='person_link_kind')],
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('liked', models.TextField(blank=True)),
                ('important', models.TextField(blank=True)),
                ('support', models.TextField(blank=True)),
                ('good_day', models.TextField(blank=True)),
                ('bad_day', models.TextField(blank=True)),
                ('speaker', models.CharField(choices=[('own_words', 'own_words'), ('supported', 'supported'), ('observed', 'observed'), ('proxy', 'proxy')], max_length=24)),
                ('spoken_by', models.CharField(blank=True, max_length=200)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('speaker__in', ['own_words', 'supported', 'observed', 'proxy'])), name='profile_speaker')],
            },
        ),
    ]
